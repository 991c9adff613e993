import Graph
import Layers

extension Expressions {
  /// The graph of an expression in Graphviz' language, to be drawn by `dot -Tsvg`.
  ///
  /// Inputs and parameters are boxes, parameters with a double line; edges lead from operands to
  /// what is computed from them.
  public func dot(of term: Term) throws(ExpressionError) -> String {
    let names = names
    let styles: [Role: String] = [
      .input: ", shape=box", .parameter: ", shape=box, peripheries=2",
    ]
    var lines = ["digraph {", "  rankdir=LR", "  ordering=in"]
    for index in dependencies(of: try self.index(of: term)) {
      let definition = definitions[index]
      let label = names[index] + (definition.module.map { " = \($0.name)" } ?? "")
      lines.append("  n\(index) [label=\(label.quotedForDOT)\(styles[definition.role] ?? "")]")
      for operand in definition.operands { lines.append("  n\(operand) -> n\(index)") }
    }
    return (lines + ["}"]).joined(separator: "\n") + "\n"
  }
}
