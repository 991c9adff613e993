import Graph
import Layers

/// An expression on a Wengert list, for the shapes that its inputs and parameters have.
///
/// Inputs are recorded as parameters, so that they get gradients too.
struct RecordedExpression {
  /// What is recorded, as positions in the namespace: operands first, and at the end what is
  /// evaluated.
  let indices: [Int]
  /// The shapes of the inputs and parameters among them.
  let shapes: [Int: Shape]
  private let list = WengertList()
  /// By position in the namespace.
  private var registers: [Int: Register] = [:]

  /// Records the term at `root` and all it depends on.
  /// - Throws: `ExpressionError` when an operation does not accept the shapes of its operands.
  init(
    _ root: Int, of expressions: Expressions, _ shapes: [Int: Shape]
  ) throws(ExpressionError) {
    self.shapes = shapes
    indices = expressions.dependencies(of: root)
    let names = expressions.names
    for index in indices {
      let definition = expressions.definitions[index]
      if let shape = shapes[index] { registers[index] = list.parameter(names[index], shape) }
      guard let module = definition.module else { continue }
      let operands = definition.operands.map { self[$0] }
      do {
        registers[index] = try list.record(names[index], module, operands)
      } catch {
        throw .wrongShapes(
          expressions.instruction(at: index, names), operands.map { list.shape(of: $0) },
          reason: error.message)
      }
    }
  }

  /// The list's register for a position in the namespace that is recorded.
  private subscript(_ index: Int) -> Register {
    guard let register = registers[index] else { preconditionFailure("\(index) is not recorded") }
    return register
  }

  /// Evaluates all that is recorded.
  /// - Throws: `ShapeError` when a module writes an output of another shape than it announced.
  func forward(_ values: [Int: Matrix]) throws(ShapeError) {
    list.zeroGradients()
    for (index, value) in values { try list.setValue(value, of: self[index]) }
    try list.forward(to: self[indices[indices.count - 1]])
  }

  /// Computes the gradients of what was evaluated.
  /// - Throws: `ShapeError` when a module leaves a gradient of another shape.
  func backward() throws(ShapeError) {
    try list.backward(from: self[indices[indices.count - 1]])
  }

  /// The value of the term at `index`.
  func value(of index: Int) -> Matrix { list.value(of: self[index]) }

  /// Its gradient.
  func gradient(of index: Int) -> Matrix { list.gradient(of: self[index]) }
}
