import Graph
import Layers

/// An expression on a Wengert list, for the shapes that its inputs and parameters have.
///
/// Inputs are recorded as parameters, so that they get gradients too. The cross-entropy of a
/// softmax is recorded as a function of the logits, which is stable; the list itself would do so
/// only for a target without a gradient.
struct Recording {
  /// What is evaluated, as a position in the namespace.
  let root: Int
  /// What is recorded: all that it depends on, operands first, and it.
  let indices: [Int]
  /// The shapes of the inputs and parameters among them.
  let shapes: [Int: Shape]
  let list = WengertList()
  /// By position in the namespace; of use only for what is recorded.
  private var registers: [Register]
  /// The cross-entropies of a softmax: they give ŷ, its output, no gradient.
  private var joined: [(loss: Int, y: Int, ŷ: Int)] = []

  /// Records the register at `root` and all it depends on.
  /// - Throws: `ExpressionError` when an operation does not accept the shapes of its operands.
  init(
    _ root: Int, of expressions: Expressions, _ shapes: [Int: Shape]
  ) throws(ExpressionError) {
    self.root = root
    self.shapes = shapes
    indices = expressions.dependencies(of: root)
    let names = expressions.names
    registers = Array(repeating: Register(index: 0), count: names.count)
    for index in indices {
      do {
        try record(index, names[index], expressions.definitions)
      } catch {
        throw .wrongShapes(
          expressions.instruction(at: index, names),
          expressions.definitions[index].operands.map { value(of: $0).shape },
          reason: error.message)
      }
    }
  }

  private mutating func record(
    _ index: Int, _ name: String, _ definitions: [Definition]
  ) throws(ShapeError) {
    switch definitions[index] {
    case .input, .parameter:
      if let shape = shapes[index] { registers[index] = list.parameter(name, shape) }
    case .unary(let module, let a):
      registers[index] = try list.record(name, module, registers[a])
    case .binary(let module, let a, let w):
      if module is CrossEntropy, let logits = definitions[w].operandOfSoftmax {
        joined.append((loss: index, y: a, ŷ: w))
        registers[index] = try list.record(
          name, SoftmaxCrossEntropy(), registers[a], registers[logits])
      } else {
        registers[index] = try list.record(name, module, registers[a], registers[w])
      }
    }
  }

  // MARK: Running

  /// Evaluates all that is recorded.
  /// - Throws: `ShapeError` when a module writes an output of another shape than it announced.
  func forward(_ values: [Int: Matrix]) throws(ShapeError) {
    for (index, value) in values { try list.setValue(value, of: registers[index]) }
    try list.forward(to: registers[root])
  }

  /// Computes the gradients of what was evaluated.
  /// - Throws: `ShapeError` when a module leaves a gradient of another shape.
  func backward() throws(ShapeError) { try list.backward(from: registers[root]) }

  /// The value of the register at `index`.
  func value(of index: Int) -> Matrix { list.value(of: registers[index]) }

  /// Its gradient, also where the list has none for it.
  func gradient(of index: Int) -> Matrix {
    if indices == [index] { return Matrix(row: [1]) }  // of an input with respect to itself
    var gradient = list.gradient(of: registers[index])
    for pair in joined where pair.ŷ == index {
      CrossEntropy().backward(
        value(of: pair.y), value(of: pair.ŷ), value(of: pair.loss),
        list.gradient(of: registers[pair.loss]), addingW: &gradient)
    }
    return gradient
  }
}
