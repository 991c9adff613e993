import Layers

/// What a term of an expression can be.
public enum Role: Sendable {
  /// Given with the values.
  case input
  /// Learnt.
  case parameter
  /// Computed from other terms.
  case operationOutput
}

/// Where the value of a term comes from. Operands are positions in the namespace.
enum Definition {
  case input(default: Matrix?)
  case parameter(Matrix)
  case output(any Module, [Int])

  var role: Role {
    switch self {
    case .input: .input
    case .parameter: .parameter
    case .output: .operationOutput
    }
  }

  var operands: [Int] {
    switch self {
    case .input, .parameter: []
    case .output(_, let operands): operands
    }
  }

  /// The module that computes it; nil for what is given.
  var module: (any Module)? {
    switch self {
    case .input, .parameter: nil
    case .output(let module, _): module
    }
  }

  /// The value it has when none is given.
  var defaultValue: Matrix? {
    switch self {
    case .input(let value): value
    case .parameter(let value): value
    case .output: nil
    }
  }
}
