/// A value under its name.
public struct Named<Value> {
  /// The name.
  public let name: String
  /// The value.
  public let value: Value

  /// The value under this name.
  public init(_ name: String, _ value: Value) {
    self.name = name
    self.value = value
  }
}

extension Named: Sendable where Value: Sendable {}
extension Named: Equatable where Value: Equatable {}
