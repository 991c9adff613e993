/// The beginning of an element; attributes without a value are left out.
func tag(_ name: String, _ attributes: [(name: String, value: String?)]) -> String {
  let list = attributes.map { name, value in value.map { " \(name)=\"\(escaped($0))\"" } ?? "" }
  return "<\(name)\(list.joined())"
}

/// Text for XML: without the characters that mean something there, or are not allowed at all.
func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "\t", "\n", "\r", " "..."\u{7E}", "\u{A0}"..."\u{D7FF}", "\u{E000}"..."\u{FFFD}",
      "\u{10000}"..."\u{10FFFF}":
      result.unicodeScalars.append(scalar)
    default: result += "\u{FFFD}"
    }
  }
  return result
}
