import Layers

/// A module that expressions call as a function, and that a list prints as one.
protocol Operation: Module {
  /// The function's name.
  static var function: String { get }
}

extension Operation {
  /// The type's name with a small first letter, `addRow` for ``AddRow``.
  static var function: String {
    let type = "\(Self.self)"
    return type.prefix(1).lowercased() + type.dropFirst()
  }

  /// The function's name.
  public var name: String { Self.function }
}
