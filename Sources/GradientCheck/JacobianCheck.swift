import Layers
import Random

/// Compares `backward` with central differences at one point, operand by operand:
///
///     ∂b[k]/∂a[i] ≈ (f(a + ε eᵢ)[k] − f(a − ε eᵢ)[k]) / 2ε
///
/// First every entry of the Jacobian by itself, with an upstream gradient that is random in one
/// place k and zero elsewhere; then all at once with a random upstream gradient. (A gradient of all
/// ones would hide any multiple of a softmax's gradient: its outputs always sum to 1.)
/// Where the two differ, a finer quotient decides: ``refinedQuotients(_:_:element:_:)``. Near 1 it is
/// not asked where they differ by far.
struct JacobianCheck {
  let module: any Module
  let domains: [Domain]
  let tolerance: Double
  var random: RandomState
  /// The Jacobians that are wrong, for the diagnosis.
  private(set) var wrong: [WrongJacobian] = []
  /// For each operand.
  private var toDraw: [JacobianToDraw]

  init(_ module: any Module, _ domains: [Domain], tolerance: Double, seed: UInt32) {
    (self.module, self.domains, self.tolerance) = (module, domains, tolerance)
    random = RandomState(seed: seed)
    toDraw = module.operandNames.map { _ in JacobianToDraw() }
  }

  /// What shows most, operand by operand.
  var derivatives: [ComparedDerivatives] { toDraw.compactMap(\.choice) }

  /// Adds what it finds at one point to a report.
  /// - Throws: `ShapeError` when the module does not accept the operands or leaves a wrong shape.
  mutating func compare(
    at operands: [Matrix], isNear: Bool = false, _ report: inout GradientReport
  ) throws(ShapeError) {
    let b = try module.output(operands)
    let extent = operands.reduce(0) { $0 + ($1.rows > 1 ? 1 : 0) + ($1.columns > 1 ? 1 : 0) }
    for k in operands.indices {
      let jacobian = try jacobian(k, operands, b, isNear: isNear)
      let deviations = report.deviations
      let derivatives = jacobian.compared(
        by: module.operandNames[k], operands[k], b.shape, isNear: isNear, tolerance: tolerance)
      report.add(derivatives)
      toDraw[k].take(derivatives, extent: extent)
      try compareAtOnce(jacobian, k, operands, b, &report)
      if report.deviations > deviations {
        wrong.append(
          WrongJacobian(
            operand: k, shape: operands[k].shape, output: b.shape, isNear: isNear,
            analytic: jacobian.analytic, numeric: jacobian.numeric,
            uncertainty: jacobian.uncertainties.joined().max() ?? 0))
      }
    }
  }

  // MARK: The Jacobian

  private mutating func jacobian(
    _ k: Int, _ operands: [Matrix], _ b: Matrix, isNear: Bool
  ) throws(ShapeError) -> Jacobian {
    let f = { [module] (point: [Matrix]) throws(ShapeError) in try module.output(point).values }
    var jacobian = Jacobian(
      analytic: try analytic(k, operands, b), numeric: try differenceQuotients(operands, k, f))
    for (i, number) in operands[k].values.enumerated() {
      if domains[k].isAtKink(number) {
        jacobian.skip(i)
      } else if jacobian.differs(i, by: tolerance / 10)
        && !(isNear && jacobian.differs(i, by: 0.001))
      {
        jacobian.refine(i, try refinedQuotients(operands, k, element: i, f))
      }
    }
    return jacobian
  }

  /// For each output a row of its derivatives with respect to operand k.
  private mutating func analytic(
    _ k: Int, _ operands: [Matrix], _ b: Matrix
  ) throws(ShapeError) -> [[Double]] {
    var jacobian: [[Double]] = []
    for output in 0..<b.shape.count {
      var gB = Matrix(b.shape)
      let upstream = random.signed(from: 0.5, to: 1.5)
      gB[output / b.columns, output % b.columns] = upstream
      jacobian.append(try module.gradient(k, operands, b, gB).values.map { $0 / upstream })
    }
    return jacobian
  }

  /// With a random upstream gradient for all outputs.
  private mutating func compareAtOnce(
    _ jacobian: Jacobian, _ k: Int, _ operands: [Matrix], _ b: Matrix,
    _ report: inout GradientReport
  ) throws(ShapeError) {
    let gB = Domain.real.draw(b.shape, &random)
    let gradient = try module.gradient(k, operands, b, gB).values
    let scale = zip(jacobian.scales, gB.values).reduce(0) { $0 + $1.0 * abs($1.1) }
    for i in jacobian.compared {
      func sum(_ row: [Double], _ upstream: (Double) -> Double) -> Double {
        zip(row, gB.values).reduce(0) { $0 + $1.0 * upstream($1.1) }
      }
      let numeric = sum(jacobian.numeric[i]) { $0 }
      report.add(
        "∂(gB·b)/∂\(module.operandNames[k])\(i.indices(operands[k].shape))",
        at: operands[k].values[i], analytic: gradient[i], numeric: numeric,
        error: relativeError(
          gradient[i], numeric, uncertainty: sum(jacobian.uncertainties[i], abs), scale: scale))
    }
  }
}

/// The derivatives of outputs k with respect to elements i of an operand, `analytic[k][i]` and
/// `numeric[i][k]`. An error is relative to the largest derivative of its output.
struct Jacobian {
  let analytic: [[Double]]
  private(set) var numeric: [[Double]]
  /// What `numeric` may be off by.
  private(set) var uncertainties: [[Double]]
  let scales: [Double]
  /// The elements at no kink.
  private(set) var compared: [Int]

  init(analytic: [[Double]], numeric: [[Double]]) {
    (self.analytic, self.numeric) = (analytic, numeric)
    uncertainties = numeric.map { $0.map { _ in 0 } }
    compared = Array(numeric.indices)
    scales = analytic.indices.map { k in
      numeric.indices.reduce(0) { max($0, abs(analytic[k][$1]), abs(numeric[$1][k])) }
    }
  }

  /// Whether a derivative by element i differs by more than a share of the largest of its output.
  func differs(_ i: Int, by share: Double) -> Bool {
    analytic.indices.contains { k in
      !(abs(analytic[k][i] - numeric[i][k]) <= share * scales[k])
    }
  }

  mutating func skip(_ i: Int) { compared.removeAll { $0 == i } }

  mutating func refine(_ i: Int, _ quotients: RefinedQuotients) {
    (numeric[i], uncertainties[i]) = (quotients.values, quotients.uncertainties)
  }
}

extension Jacobian {
  /// Both, by what errors are relative to. `a` is the operand.
  fileprivate func compared(
    by operand: String, _ a: Matrix, _ output: Shape, isNear: Bool, tolerance: Double
  ) -> ComparedDerivatives {
    var errors = analytic.map { $0.map { _ in nil as Double? } }
    for i in compared {
      for k in analytic.indices {
        errors[k][i] = relativeError(
          analytic[k][i], numeric[i][k], uncertainty: uncertainties[i][k], scale: scales[k])
      }
    }
    return ComparedDerivatives(
      of: "b", output, by: operand, a.shape, elements: a.values, analytic: analytic,
      numeric: analytic.indices.map { k in numeric.map { $0[k] } }, errors: errors,
      relativeTo: "the largest derivative of the same output", tolerance: tolerance,
      isNear: isNear)
  }
}
