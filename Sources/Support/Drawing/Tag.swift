import Formats

/// The beginning of an element; attributes without a value are left out.
func tag(_ name: String, _ attributes: [(name: String, value: String?)]) -> String {
  let list = attributes.map { name, value in value.map { " \(name)=\"\(escapedMarkup($0))\"" } ?? ""
  }
  return "<\(name)\(list.joined())"
}
