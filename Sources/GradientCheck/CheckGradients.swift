import Layers
import Random

/// Checks a module: its `backward` by finite differences, at many random points and shapes, and
/// whatever else `Module` promises.
///
/// One line checks a layer of one's own: `print(checkGradients(of: MyLayer()))`.
///
/// Derivatives are compared near 1, where difference quotients are most exact, at magnitudes from
/// 1e-3 to 30, and at points of one's own. Farther out, at ±1000 and at one-hot rows, nothing may be
/// NaN. The promises: `forward` overwrites its output, `backward` adds to a gradient, in proportion to
/// the upstream one, and `accumulate` a multiple of that; none changes an operand, remembers a call,
/// or minds where a matrix lies and whether its zeros are known.
///
/// - Parameters:
///   - module: the module.
///   - domains: where its operands are drawn from; where there is none, from ``Domain/real``.
///   - shapes: the operands' shapes, of which those are taken that the module accepts; by default
///     the package's ``sampleShapes(operands:)``.
///   - points: operands at which the derivatives are compared, too.
///   - seed: of the random points, so that a failure can be repeated.
///   - tolerance: the largest accepted error, relative to the largest derivative of an output.
public func checkGradients(
  of module: any Module, domains: [Domain] = [], shapes: [[Shape]]? = nil,
  at points: [[Matrix]] = [], seed: UInt32 = 0, tolerance: Double = 1e-9
) -> GradientReport {
  let operands = module.operandNames.count
  let domains = (0..<operands).map { $0 < domains.count ? domains[$0] : .real }
  let shapes = shapes ?? sampleShapes(operands: operands)
  return GradientReport(name: module.name, tolerance: tolerance) { report in
    let accepted = shapes.filter { (try? module.shape($0)) != nil }
    guard !accepted.isEmpty || !points.isEmpty else {
      report.failure = "it accepted none of the shapes \(shapes)"
      return
    }
    var promises = PromiseCheck(module, domains, seed: seed)
    for shapes in accepted { try promises.check(shapes, &report) }
    if let widest = accepted.last { try promises.checkThreads(widest, &report) }
    var check = JacobianCheck(module, domains, tolerance: tolerance, seed: seed)
    for shapes in accepted { try check.compare(shapes, &report) }
    for point in points { try check.compare(at: point, &report) }
    report.diagnosis = check.diagnosis
    report.derivatives = check.derivatives
  }
}

extension JacobianCheck {
  /// At random points near 1, and at wide ones, unless those near 1 say enough.
  fileprivate mutating func compare(
    _ shapes: [Shape], _ report: inout GradientReport
  ) throws(ShapeError) {
    for isWide in [false, false, false, false, true, true] {
      if isWide && wrong.count >= 20 { return }
      var operands: [Matrix] = []
      for (domain, shape) in zip(domains, shapes) {
        operands.append(domain.draw(shape, wide: isWide, &random))
      }
      // What is infinite there has no derivative, and NaN is said to be wrong by itself.
      if isWide {
        try report.expectNumbers(module, at: operands, &random)
        guard try module.output(operands).isFinite else { continue }
      }
      try compare(at: operands, isNear: !isWide, &report)
    }
  }
}

/// Shapes of which a module accepts some.
///
/// The first operand N×A is a single number, a row, a column or a batch; one is square, and one is
/// wider than a vector of the machine. The second is of the same shape, an A×3, a 3×(A+1), and with
/// A+1 rows one of a column, one of three and a square one; further ones are a row as long as the
/// second's, or of the second's shape.
public func sampleShapes(operands: Int) -> [[Shape]] {
  let first = [
    Shape(1, 1), Shape(1, 4), Shape(5, 1), Shape(2, 3), Shape(3, 5), Shape(3, 3), Shape(1, 11),
  ]
  if operands == 1 { return first.map { [$0] } }
  var shapes = first.flatMap { a in
    let second =
      [a, Shape(a.columns, 3), Shape(3, a.columns + 1)]
      + [1, 3, a.columns + 1].map { Shape(a.columns + 1, $0) }
    return second.indices.filter { !second[..<$0].contains(second[$0]) }.map { [a, second[$0]] }
  }
  for _ in 2..<max(operands, 2) {
    shapes = shapes.flatMap { [$0 + [Shape(1, $0[1].columns)], $0 + [$0[1]]] }
  }
  return shapes
}
