import CLibrary

/// A text from a file in double quotes, safe to print: control characters, invalid UTF-8, quotes and
/// backslashes are escaped. Of what goes beyond 40 characters it is told how much that is.
public func quoted(_ text: some Collection<UInt8>) -> String {
  let beginning = EscapedBeginning(of: text, limit: 40)
  guard beginning.count < text.count else { return "\"" + beginning.text + "\"" }
  // In UTF-8, bytes of this form go on with a character.
  let more = text.dropFirst(beginning.count).count { $0 & 0xC0 != 0x80 }
  return "\"" + beginning.text + "…\" (\(counted(max(more, 1), "character")) more)"
}

/// The same for a string.
public func quoted(_ text: String) -> String { quoted(text.utf8) }

/// The UTF-8 `text` without anything that could move the cursor, break the line or hide itself; what
/// goes beyond `limit` characters is cut.
public func escaped(_ text: some Collection<UInt8>, limit: Int) -> String {
  let beginning = EscapedBeginning(of: text, limit: limit)
  return beginning.count < text.count ? beginning.text + "…" : beginning.text
}

/// Lengths of axes as in Python, `[16, 8]`; of many only the first.
func listed(_ shape: [Int]) -> String {
  let most = 8
  if shape.count <= most { return "\(shape)" }
  let first = shape.prefix(most - 1).map { "\($0)" }.joined(separator: ", ")
  return "[\(first), … (\(shape.count - most + 1) more)]"
}

/// `"a", "b" and "c"`; of many only the first.
func listed(_ names: [String]) -> String {
  let most = 6
  var words: [String] = []
  var room = 120
  for name in names {
    let word = quoted(name)
    room -= word.count
    if room < 0 || words.count == most - 1, names.count > words.count + 1 { break }
    words.append(word)
  }
  if names.count > words.count { words.append("\(names.count - words.count) more") }
  guard let last = words.popLast() else { return "none" }
  return words.isEmpty ? last : words.joined(separator: ", ") + " and " + last
}

/// The first characters of a text as they can be printed.
private struct EscapedBeginning {
  private(set) var text = ""
  /// The number of bytes that they take.
  private(set) var count = 0

  init(of bytes: some Collection<UInt8>, limit: Int) {
    // A character takes at most four bytes, so a long text need not be copied whole.
    let part = Array(limit < bytes.count ? bytes.prefix(limit * 4 + 4)[...] : bytes[...])
    var shown = 0
    while count < part.count, shown < limit {
      let length = max(1, (~part[count]).leadingZeroBitCount)
      if let character = String(validating: part[count...].prefix(length), as: UTF8.self) {
        text += character.unicodeScalars.map(escaped).joined()
        count += length
      } else {
        text += #"\x"# + hexadecimal(UInt32(part[count]), digits: 2)
        count += 1
      }
      shown += 1
    }
  }
}

private func escaped(_ scalar: Unicode.Scalar) -> String {
  if let byte = scalar.undecodedByte { return #"\x"# + hexadecimal(UInt32(byte), digits: 2) }
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
