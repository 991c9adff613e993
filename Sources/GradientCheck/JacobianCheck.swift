import Layers
import Random

/// Compares `backward` with central differences at one point, operand by operand:
///
///     ∂b[k]/∂a[i] ≈ (f(a + ε eᵢ)[k] − f(a − ε eᵢ)[k]) / 2ε
///
/// First every entry of the Jacobian by itself, with an upstream gradient that is random in one
/// place k and zero elsewhere; then all at once with a random upstream gradient. (A gradient of all
/// ones would hide any multiple of a softmax's gradient: its outputs always sum to 1.)
/// Gradients are added to random numbers, so that a `backward` that overwrites is found too.
struct JacobianCheck {
  let module: any Module
  var random: RandomState
  private(set) var comparison = Comparison()

  init(_ module: any Module, seed: UInt32) {
    self.module = module
    random = RandomState(seed: seed)
  }

  /// Checks at one point.
  /// - Throws: `ShapeError` when the module does not accept the operands or leaves a wrong shape.
  mutating func check(at operands: [Matrix]) throws(ShapeError) {
    let b = try evaluate(operands)
    for operand in operands.indices {
      let numeric = try numericJacobian(operand, operands)
      let analytic = try analyticJacobian(operand, operands, b)
      let largest = (analytic + numeric).joined().reduce(0) { max($0, abs($1)) }
      let name = "\(module.operandNames[operand])"
      let shape = operands[operand].shape
      compare(analytic, numeric, largest) { k, i in
        "∂b\(k.indices(b.shape))/∂\(name)\(i.indices(shape))"
      }
      try checkRandomUpstream(operand, operands, b, numeric, largest)
    }
  }

  /// Row i holds the derivatives of all outputs with respect to element i of the operand.
  private func numericJacobian(_ operand: Int, _ operands: [Matrix]) throws(ShapeError)
    -> [[Double]]
  {
    var jacobian: [[Double]] = []
    for i in 0..<operands[operand].shape.count {
      jacobian.append(
        try differenceQuotients(operands[operand], i) { moved throws(ShapeError) in
          var operands = operands
          operands[operand] = moved
          return try evaluate(operands).values
        })
    }
    return jacobian
  }

  private mutating func analyticJacobian(
    _ operand: Int, _ operands: [Matrix], _ b: Matrix
  ) throws(ShapeError) -> [[Double]] {
    var columns: [[Double]] = []
    for k in 0..<b.shape.count {
      var gB = Matrix(b.shape)
      let upstream = random.signed(from: 0.5, to: 1.5)
      gB[k / b.columns, k % b.columns] = upstream
      let gradient = try gradient(operand, operands, b, gB)
      columns.append(gradient.map { $0 / upstream })
    }
    return operands[operand].values.indices.map { i in columns.map { $0[i] } }
  }

  private mutating func checkRandomUpstream(
    _ operand: Int, _ operands: [Matrix], _ b: Matrix, _ jacobian: [[Double]],
    _ largest: Double
  ) throws(ShapeError) {
    let gB = Domain.real.draw(b.shape, &random)
    let expected = jacobian.map { row in zip(row, gB.values).map { $0 * $1 }.reduce(0, +) }
    let gradient = try gradient(operand, operands, b, gB)
    let name = "\(module.operandNames[operand])"
    compare([gradient], [expected], largest) { i, _ in
      "∂(gB·b)/∂\(name)\(i.indices(operands[operand].shape))"
    }
  }

  /// Errors are relative to the Jacobian's largest entry.
  private mutating func compare(
    _ analytic: [[Double]], _ numeric: [[Double]], _ largest: Double,
    _ name: (_ k: Int, _ i: Int) -> String
  ) {
    for i in numeric.indices {
      for k in numeric[i].indices {
        comparison.add(
          name(k, i), analytic: analytic[i][k], numeric: numeric[i][k], scale: largest)
      }
    }
  }

  // MARK: The module

  /// The output, from memory full of NaN, so that an element that is not written shows.
  private func evaluate(_ operands: [Matrix]) throws(ShapeError) -> Matrix {
    let shape = try module.shape(operands.map(\.shape))
    var b = Matrix(shape)
    b.fill(.nan)
    Operands.lend(operands) { module.forward($0, into: &b) }
    try expect(b, "output", shape)
    return b
  }

  /// What backward adds to random numbers for one operand.
  private mutating func gradient(
    _ operand: Int, _ operands: [Matrix], _ b: Matrix, _ gB: Matrix
  ) throws(ShapeError) -> [Double] {
    let initial = Domain.real.draw(operands[operand].shape, &random)
    var gradient = initial
    Operands.lend(operands) { module.backward($0, b, gB, adding: &gradient, of: operand) }
    try expect(
      gradient, "gradient of \(module.operandNames[operand])", operands[operand].shape)
    gradient.add(initial, times: -1)
    return gradient.values
  }

  private func expect(_ matrix: Matrix, _ what: String, _ shape: Shape) throws(ShapeError) {
    if matrix.shape != shape {
      throw ShapeError(module.name, "the \(what) has shape \(matrix.shape), expected \(shape)")
    }
  }
}
