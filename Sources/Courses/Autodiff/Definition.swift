import Layers

/// What a register of an expression can be.
public enum Role: Sendable {
  /// Given with the values.
  case input
  /// Learnt.
  case parameter
  /// Computed from other registers.
  case operationOutput
}

/// Where the value of a register comes from. Operands are positions in the namespace.
enum Definition {
  case input(default: Matrix?)
  case parameter(Matrix)
  case unary(any UnaryModule, Int)
  case binary(any BinaryModule, Int, Int)

  var role: Role {
    switch self {
    case .input: .input
    case .parameter: .parameter
    case .unary, .binary: .operationOutput
    }
  }

  var operands: [Int] {
    switch self {
    case .input, .parameter: []
    case .unary(_, let a): [a]
    case .binary(_, let a, let w): [a, w]
    }
  }

  /// The module that computes it; nil for what is given.
  var module: (any Module)? {
    switch self {
    case .input, .parameter: nil
    case .unary(let module, _): module
    case .binary(let module, _, _): module
    }
  }

  /// The logits, if this is a softmax.
  var operandOfSoftmax: Int? {
    switch self {
    case .unary(let module, let a): module is Softmax ? a : nil
    default: nil
    }
  }

  /// The value it has when none is given.
  var defaultValue: Matrix? {
    switch self {
    case .input(let value): value
    case .parameter(let value): value
    case .unary, .binary: nil
    }
  }
}
