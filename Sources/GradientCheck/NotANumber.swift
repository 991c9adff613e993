import Layers
import Random

/// Nothing may be NaN at operands that lie in their domains, however far out. (An infinity may be
/// right: of `exp` at 1000 it is.)
extension GradientReport {
  /// Looks at the output and at the gradients, for an upstream gradient.
  /// - Throws: `ShapeError` when the module leaves a wrong shape.
  mutating func expectNumbers(
    _ module: any Module, at operands: [Matrix], _ random: inout RandomState
  ) throws(ShapeError) {
    let b = try module.output(operands)
    if let element = b.firstNaN {
      let place = "b\(element.indices(b.shape)) for \(module.arguments(operands, element, b))"
      return add(broken: "forward gives NaN", ": \(place)")
    }
    let gB = Domain.real.draw(b.shape, &random)
    for k in operands.indices {
      let gradient = try module.gradient(k, operands, b, gB)
      guard let element = gradient.firstNaN else { continue }
      let name = module.operandNames[k]
      let place = "\(name)\(element.indices(gradient.shape)) for "
      add(
        broken: "backward gives NaN in the gradient of \(name)",
        ": at \(place)\(module.arguments(operands, element, gradient))")
    }
  }
}

extension Matrix {
  fileprivate var firstNaN: Int? { values.firstIndex { $0.isNaN } }

  /// A row, or its beginning.
  fileprivate func text(ofRow i: Int) -> String {
    let shown = (0..<min(columns, 6)).map { "\(self[i, $0])" }
    return "[\(shown.joined(separator: ", "))\(columns > 6 ? ", …" : "")]"
  }
}

extension Module {
  /// The operands' rows that belong to an element of a matrix, for example `a = [1000.0, 0.0]`.
  fileprivate func arguments(_ operands: [Matrix], _ element: Int, _ matrix: Matrix) -> String {
    let row = element / matrix.columns
    return zip(operandNames, operands).map { name, operand in
      let isOfRow = operand.rows == matrix.rows || operand.rows == 1
      let value = isOfRow ? operand.text(ofRow: min(row, operand.rows - 1)) : "a \(operand.shape)"
      return "\(name) = \(value)"
    }.joined(separator: ", ")
  }
}
