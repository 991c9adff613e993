import Layers
import Testing

extension Matrix: CustomTestStringConvertible {
  /// In a failure: of many numbers the first, since nobody reads a thousand.
  public var testDescription: String {
    let most = 8
    if shape.count <= most { return description }
    let first = values.prefix(most).map { "\($0)" }.joined(separator: ", ")
    return "\(shape) [\(first), …]"
  }
}
