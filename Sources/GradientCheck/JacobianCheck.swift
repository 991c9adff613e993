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

  init(_ module: any Module, seed: UInt32) {
    self.module = module
    random = RandomState(seed: seed)
  }

  /// Adds what it finds at one point to a report.
  /// - Throws: `ShapeError` when the module does not accept the operands or leaves a wrong shape.
  mutating func compare(
    at operands: [Matrix], _ report: inout GradientReport
  ) throws(ShapeError) {
    let b = try evaluate(operands)
    for operand in operands.indices {
      let numeric = try differenceQuotients(operands, operand) { operands throws(ShapeError) in
        try evaluate(operands).values
      }
      let analytic = try analyticJacobian(operand, operands, b)
      let largest = (analytic + numeric).joined().reduce(0) { max($0, abs($1)) }
      let (name, shape) = (module.operandNames[operand], operands[operand].shape)
      report.compare(analytic, numeric, by: name, shape, largest) { "b\($0.indices(b.shape))" }
      let gB = Domain.real.draw(b.shape, &random)
      let expected = numeric.map { row in [zip(row, gB.values).map { $0 * $1 }.reduce(0, +)] }
      let gradient = try gradient(operand, operands, b, gB)
      report.compare([gradient], expected, by: name, shape, largest) { _ in "(gB·b)" }
    }
  }

  /// For each output k a row of its derivatives with respect to the operand.
  private mutating func analyticJacobian(
    _ operand: Int, _ operands: [Matrix], _ b: Matrix
  ) throws(ShapeError) -> [[Double]] {
    var jacobian: [[Double]] = []
    for k in 0..<b.shape.count {
      var gB = Matrix(b.shape)
      let upstream = random.signed(from: 0.5, to: 1.5)
      gB[k / b.columns, k % b.columns] = upstream
      jacobian.append(try gradient(operand, operands, b, gB).map { $0 / upstream })
    }
    return jacobian
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

extension GradientReport {
  /// Compares the derivatives of outputs k with respect to elements i of an operand, `analytic[k][i]`
  /// with `numeric[i][k]`. Errors are relative to the Jacobian's largest entry.
  fileprivate mutating func compare(
    _ analytic: [[Double]], _ numeric: [[Double]], by operand: String, _ shape: Shape,
    _ largest: Double, output: (_ k: Int) -> String
  ) {
    for i in numeric.indices {
      for k in analytic.indices {
        add(
          "∂\(output(k))/∂\(operand)\(i.indices(shape))", analytic: analytic[k][i],
          numeric: numeric[i][k], scale: largest)
      }
    }
  }
}
