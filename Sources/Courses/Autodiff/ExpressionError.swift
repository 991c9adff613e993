import Layers

/// A mistake in an expression or in the values it was given. Each description is one line that
/// names the terms.
public enum ExpressionError: Error, Equatable, Sendable {
  /// Two terms were to have the same name.
  case nameTaken(String)
  /// A term that has a name was to get another.
  case hasAName(String, new: String)
  /// A term was asked for by a name that none has yet.
  case usedBeforeDefined(String)
  /// A term of one namespace was used in another.
  case foreign(String)
  /// A value was given for a name that no term has.
  case unknownName(String, accepted: [String])
  /// A value was given for an operation's output.
  case isComputed(String)
  /// Inputs without a default that were given no value.
  case missingValues([String])
  /// An operation cannot be applied to operands of these shapes.
  case wrongShapes(Instruction, [Shape], reason: String)
  /// An operation's module wrote an output or a gradient of another shape than it announced.
  case wrongModule(ShapeError)
  /// A term is not a single number, so it has no gradient.
  case lossIsNotANumber(String, Shape)
}

extension ExpressionError: CustomStringConvertible {
  /// One line: what is wrong, where, and what is accepted.
  public var description: String {
    switch self {
    case .nameTaken(let name): "there is a register \(name.debugDescription) already"
    case .hasAName(let name, let new):
      "register \(name.debugDescription) has its name; it cannot be \(new.debugDescription) too"
    case .usedBeforeDefined(let name):
      "register \(name.debugDescription) is used before it is defined"
    case .foreign(let name): "register \(name.debugDescription) belongs to other expressions"
    case .unknownName(let name, let accepted):
      "there is no input or parameter \(name.debugDescription), only \(list(accepted))"
    case .isComputed(let name):
      "register \(name.debugDescription) is computed, so it takes no value"
    case .missingValues(let names): "no value and no default for \(list(names))"
    case .wrongShapes(let instruction, let shapes, let reason):
      "\(plain(instruction.output)) = \(instruction.function)"
        + "(\(arguments(instruction.inputs, shapes))): \(reason)"
    case .wrongModule(let error): "\(error)"
    case .lossIsNotANumber(let name, let shape):
      "register \(name.debugDescription) is \(shape); only a 1×1 can be a loss"
    }
  }

  private func list(_ names: [String]) -> String {
    names.isEmpty ? "none" : names.map(\.debugDescription).joined(separator: ", ")
  }

  private func arguments(_ names: [String], _ shapes: [Shape]) -> String {
    zip(names, shapes).map { "\(plain($0)): \($1)" }.joined(separator: ", ")
  }

  /// Without quotation marks, but on one line.
  private func plain(_ name: String) -> Substring { name.debugDescription.dropFirst().dropLast() }
}
