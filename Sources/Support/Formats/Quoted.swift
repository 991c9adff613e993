/// A text from a file in double quotes, safe to print: control characters, invalid UTF-8, quotes and
/// backslashes are escaped, and what goes beyond 40 characters is cut.
public func quoted(_ text: some Collection<UInt8>) -> String {
  "\"" + escaped(text, limit: 40) + "\""
}

/// The same for a string.
public func quoted(_ text: String) -> String { quoted(text.utf8) }

/// The UTF-8 `text` without anything that could move the cursor, break the line or hide itself.
public func escaped(_ text: some Collection<UInt8>, limit: Int) -> String {
  // A character takes at most four bytes, so a long text need not be copied whole.
  var rest = limit < text.count ? Array(text.prefix(limit * 4 + 4))[...] : Array(text)[...]
  var result = ""
  var shown = 0
  while let first = rest.first {
    guard shown < limit else { return result + "…" }
    let length = max(1, (~first).leadingZeroBitCount)
    if let character = String(validating: rest.prefix(length), as: UTF8.self) {
      result += character.unicodeScalars.map(escaped).joined()
      rest = rest.dropFirst(length)
    } else {
      result += #"\x"# + hexadecimal(UInt32(first), digits: 2)
      rest = rest.dropFirst()
    }
    shown += 1
  }
  return result
}

private func escaped(_ scalar: Unicode.Scalar) -> String {
  switch scalar {
  case "\"", "\\": return "\\\(scalar)"
  case "\n": return #"\n"#
  case "\r": return #"\r"#
  case "\t": return #"\t"#
  case " "..."~": return String(scalar)
  default: break
  }
  switch scalar.properties.generalCategory {
  // Another space than the one above would be taken for it.
  case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned,
    .spaceSeparator:
    return #"\u{"# + hexadecimal(scalar.value, digits: 1) + "}"
  default: return String(scalar)
  }
}
