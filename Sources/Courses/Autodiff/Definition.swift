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

/// Where the value of a term comes from.
struct Definition {
  let role: Role
  /// The value it has when none is given.
  var defaultValue: Matrix?
  /// The module that computes it; nil for what is given.
  var module: (any Module)?
  /// What the module reads, as positions in the namespace.
  var operands: [Int] = []
}
