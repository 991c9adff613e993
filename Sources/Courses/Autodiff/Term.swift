/// What the notes call a register: an input, a parameter, or a function of other terms.
///
/// `+ − * /` and functions such as ``half(_:)`` make terms of terms. A term knows its name and where
/// it comes from, but no shape and no value: those come with ``Expressions/eval(_:_:)``. It is made
/// of terms that exist already, so none can be used before it is defined.
public struct Term {
  /// Where it is named and numbered.
  public let namespace: Expressions
  /// The position in its namespace, in order of building.
  let index: Int

  /// The name it was given, or z1, z2, … in order of building.
  public var name: String { namespace.names[index] }

  /// Gives an output a name, instead of a number.
  @discardableResult
  public func named(_ name: String) throws(ExpressionError) -> Term {
    try namespace.setName(name, of: index)
    return self
  }
}

extension Term: CustomStringConvertible {
  /// The name.
  public var description: String { name }
}
