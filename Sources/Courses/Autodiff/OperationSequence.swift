import Layers

/// One line of an operation sequence: `output = function(inputs)`.
public struct Instruction: Hashable, Sendable {
  /// The term that it computes.
  public let output: String
  /// The module's name, for example `mul`.
  public let function: String
  /// The terms that it reads, in order.
  public let inputs: [String]

  /// `output = function(inputs)`.
  public init(_ output: String, _ function: String, _ inputs: [String]) {
    self.output = output
    self.function = function
    self.inputs = inputs
  }
}

extension Instruction: CustomStringConvertible {
  /// As the notes print it, for example `("z1", "mul", ["h", "w"])`.
  public var description: String {
    "(\(output.debugDescription), \(function.debugDescription), \(inputs))"
  }
}

extension Expressions {
  /// The operations that a term depends on, in order of evaluation.
  public func operationSequence(of term: Term) throws(ExpressionError) -> [Instruction] {
    let names = names
    return dependencies(of: try index(of: term)).filter { definitions[$0].module != nil }
      .map { instruction(at: $0, names) }
  }

  func instruction(at index: Int, _ names: [String]) -> Instruction {
    let definition = definitions[index]
    return Instruction(
      names[index], definition.module?.name ?? "", definition.operands.map { names[$0] })
  }

  /// The inputs and parameters that a term depends on, in order of their definition.
  public func leaves(of term: Term) throws(ExpressionError) -> [Term] {
    dependencies(of: try index(of: term)).filter { definitions[$0].module == nil }
      .map { Term(namespace: self, index: $0) }
  }

  /// The term and all it depends on, operands first.
  ///
  /// Operands were built before what is computed from them: so one pass from the end finds them
  /// all, and the order of building is an order of evaluation, whatever diamonds there are.
  func dependencies(of root: Int) -> [Int] {
    var isNeeded = Array(repeating: false, count: root + 1)
    isNeeded[root] = true
    for index in isNeeded.indices.reversed() where isNeeded[index] {
      for operand in definitions[index].operands { isNeeded[operand] = true }
    }
    return isNeeded.indices.filter { isNeeded[$0] }
  }
}
