import Graph
import Layers

/// An expression on a Wengert list, for the shapes that its inputs and parameters have.
///
/// Inputs are recorded as parameters, so that they get gradients too.
struct RecordedExpression {
  /// The shapes of its inputs and parameters, in order of their definition.
  let shapes: [Shape]
  let list = WengertList()
  /// Operands first, and at the end what is evaluated.
  private(set) var registers: [Register] = []

  /// Records the term at `root` and all it depends on.
  /// - Throws: `ExpressionError` when an operation does not accept the shapes of its operands.
  init(_ root: Int, of expressions: Expressions, _ shapes: [Shape]) throws(ExpressionError) {
    self.shapes = shapes
    let (indices, names) = (expressions.dependencies(of: root), expressions.names)
    var given = shapes[...]
    var recorded: [Int: Register] = [:]
    for index in indices {
      let definition = expressions.definitions[index]
      guard let module = definition.module else {
        recorded[index] = list.parameter(names[index], given.removeFirst())
        continue
      }
      let operands = definition.operands.compactMap { recorded[$0] }
      do {
        recorded[index] = try list.record(names[index], module, operands)
      } catch {
        throw .wrongShapes(
          expressions.instruction(at: index, names), operands.map { list.shape(of: $0) },
          reason: error.message)
      }
    }
    registers = indices.compactMap { recorded[$0] }
  }

  /// What is evaluated.
  var result: Register { registers[registers.count - 1] }

  /// A matrix of each term, by name.
  func byName(_ matrix: (Register) -> Matrix) -> [String: Matrix] {
    Dictionary(uniqueKeysWithValues: registers.map { (list.name(of: $0), matrix($0)) })
  }
}
