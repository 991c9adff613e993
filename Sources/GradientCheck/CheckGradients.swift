import Layers
import Random

/// Checks a module's `backward` by finite differences, at many random points and shapes.
///
/// One line checks a layer of one's own: `print(checkGradients(of: MyLayer()))`.
///
/// - Parameters:
///   - module: the module.
///   - domains: where its operands are drawn from; where there is none, from ``Domain/real``.
///   - shapes: the operands' shapes, of which those are taken that the module accepts; by default
///     the package's ``sampleShapes(operands:)``.
///   - seed: of the random points, so that a failure can be repeated.
///   - tolerance: the largest accepted error, relative to the Jacobian's largest entry.
public func checkGradients(
  of module: any Module, domains: [Domain] = [], shapes: [[Shape]]? = nil, seed: UInt32 = 0,
  tolerance: Double = 1e-9
) -> GradientReport {
  let pointsPerShape = 4
  let shapes = shapes ?? sampleShapes(operands: module.operandNames.count)
  return GradientReport(name: module.name, tolerance: tolerance) { report in
    var check = JacobianCheck(module, seed: seed)
    for shapes in shapes where (try? module.shape(shapes)) != nil {
      for _ in 0..<pointsPerShape {
        let operands = shapes.enumerated().map { k, shape in
          (k < domains.count ? domains[k] : .real).draw(shape, &check.random)
        }
        try check.compare(at: operands, &report)
      }
    }
    if report.comparisons == 0 { report.failure = "it accepted none of the shapes \(shapes)" }
  }
}

/// Shapes of which a module accepts some.
///
/// The first operand N×A is a single number, a row, a column or a batch; one is wider than a vector
/// of the machine. The second is of the same shape, an A×3, a 3×(A+1), and with A+1 rows one of a
/// column, one of three and a square one; further ones are a row as long as the second's, or of the
/// second's shape.
public func sampleShapes(operands: Int) -> [[Shape]] {
  let first = [
    Shape(1, 1), Shape(1, 4), Shape(5, 1), Shape(2, 3), Shape(3, 5), Shape(1, 11),
  ]
  if operands == 1 { return first.map { [$0] } }
  var shapes = first.flatMap { a in
    ([a, Shape(a.columns, 3), Shape(3, a.columns + 1)]
      + [1, 3, a.columns + 1].map { Shape(a.columns + 1, $0) }).map { [a, $0] }
  }
  for _ in 2..<max(operands, 2) {
    shapes = shapes.flatMap { [$0 + [Shape(1, $0[1].columns)], $0 + [$0[1]]] }
  }
  return shapes
}
