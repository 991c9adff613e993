import Layers
import Random

/// Checks a module's `backward` by finite differences, at many random points and shapes.
///
/// One line checks a layer of one's own: `print(checkGradients(of: MyLayer()))`.
///
/// - Parameters:
///   - module: the module.
///   - domain: where its operand is drawn from.
///   - shapes: the operand's shapes; those that the module does not accept are left out.
///   - seed: of the random points, so that a failure can be repeated.
///   - tolerance: the largest accepted error, relative to the Jacobian's largest entry.
public func checkGradients(
  of module: any UnaryModule, domain: Domain = .real, shapes: [Shape] = sampleShapes,
  seed: UInt32 = 0, tolerance: Double = 1e-9
) -> GradientReport {
  check(
    DifferentiableFunction(module), domains: [domain], shapes: shapes.map { [$0] }, seed: seed,
    tolerance: tolerance)
}

/// Checks both gradients of a module of two operands.
///
/// - Parameters:
///   - module: the module.
///   - domains: where its operands are drawn from.
///   - shapes: the operands' shapes; by default pairs of the same shape, of the matrix product and
///     of ``Linear``, of which those are taken that the module accepts.
///   - seed: of the random points, so that a failure can be repeated.
///   - tolerance: the largest accepted error, relative to the Jacobian's largest entry.
public func checkGradients(
  of module: any BinaryModule, domains: (Domain, Domain) = (.real, .real),
  shapes: [(Shape, Shape)] = sampleShapePairs, seed: UInt32 = 0, tolerance: Double = 1e-9
) -> GradientReport {
  check(
    DifferentiableFunction(module), domains: [domains.0, domains.1],
    shapes: shapes.map { [$0.0, $0.1] }, seed: seed, tolerance: tolerance)
}

/// A single number, a row, a column and batches; one is wider than a vector of the machine.
public let sampleShapes = [
  Shape(1, 1), Shape(1, 4), Shape(5, 1), Shape(2, 3), Shape(3, 5), Shape(1, 11),
]

/// For each of ``sampleShapes`` N×A: an operand of the same shape, an A×3, a 3×(A+1), and with A+1
/// rows one of a column, one of three and a square one.
public let sampleShapePairs = sampleShapes.flatMap { a in
  [(a, a), (a, Shape(a.columns, 3)), (a, Shape(3, a.columns + 1))]
    + [1, 3, a.columns + 1].map { (a, Shape(a.columns + 1, $0)) }
}

private func check(
  _ function: DifferentiableFunction, domains: [Domain], shapes: [[Shape]], seed: UInt32,
  tolerance: Double
) -> GradientReport {
  let pointsPerShape = 4
  var check = JacobianCheck(function, seed: seed)
  var failure: String?
  do {
    for shapes in shapes where (try? function.shape(shapes)) != nil {
      for _ in 0..<pointsPerShape {
        let operands = zip(domains, shapes).map { $0.draw($1, &check.random) }
        try check.check(at: operands)
      }
    }
    if check.comparison.count == 0 { failure = "it accepted none of the shapes \(shapes)" }
  } catch {
    failure = error.description
  }
  return GradientReport(
    name: function.name, check.comparison, tolerance: tolerance, failure: failure)
}
