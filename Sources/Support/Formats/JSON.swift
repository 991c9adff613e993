/// A JSON value (RFC 8259). The members of an object keep their order.
public enum JSON: Sendable, Equatable {
  /// `null`
  case null
  /// `true` or `false`
  case bool(Bool)
  /// A number without fraction and exponent that an `Int` holds.
  case integer(Int)
  /// Every other number.
  case number(Double)
  /// A text.
  case string(String)
  /// Values in brackets.
  case array([JSON])
  /// Names and values in braces.
  case object([Member])

  /// A name and its value in an object.
  public typealias Member = Named<JSON>
}

extension JSON {
  /// An object's members; nil for every other value.
  package var members: [Member]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// The value of an object's member; nil if it has none of this name.
  package subscript(_ name: String) -> JSON? {
    members?.first { $0.name == name }?.value
  }

  /// A number's value; nil for every other value.
  package var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  /// A list's values; nil for every other value.
  package var array: [JSON]? {
    if case .array(let values) = self { values } else { nil }
  }

  /// A string's characters; nil for every other value.
  package var string: String? {
    if case .string(let value) = self { value } else { nil }
  }
}

extension JSON {
  /// The value as compact text: numbers as the shortest decimals that read back the same, NaN and
  /// the infinities, which JSON lacks, as `null`.
  public var text: String { text(limit: .max) }

  /// That text in quotation marks, as errors have it; of a long one the beginning.
  package var quotedText: String {
    if case .string = self { return quoted(text) }
    let text = text(limit: 200)
    let count = members?.count ?? array?.count ?? 0
    return text.utf8.count <= 40
      ? quoted(text) : "\"\(escaped(text.utf8, limit: 40))\" (\(counted(count, "value")))"
  }

  /// The text, which may end where it is longer than `limit` bytes.
  private func text(limit: Int) -> String {
    var bytes: [UInt8] = []
    append(to: &bytes, limit: limit)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// To one array: a page's megabytes are not copied from value to value.
  private func append(to bytes: inout [UInt8], limit: Int) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += "\(value)".utf8
    case .integer(let value): bytes += "\(value)".utf8
    case .number(let value): bytes += (value.isFinite ? "\(value)" : "null").utf8
    case .string(let value): JSON.append(value, to: &bytes, limit: limit)
    case .array(let values):
      bytes.append(UInt8(ascii: "["))
      for (k, value) in values.enumerated() where bytes.count <= limit {
        if k > 0 { bytes.append(comma) }
        value.append(to: &bytes, limit: limit)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (k, member) in members.enumerated() where bytes.count <= limit {
        if k > 0 { bytes.append(comma) }
        JSON.append(member.name, to: &bytes, limit: limit)
        bytes.append(UInt8(ascii: ":"))
        member.value.append(to: &bytes, limit: limit)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func append(_ string: String, to bytes: inout [UInt8], limit: Int) {
    let string = limit < string.utf8.count ? String(string.unicodeScalars.prefix(limit)) : string
    let quote = UInt8(ascii: "\"")
    func isEscaped(_ byte: UInt8) -> Bool {
      byte < 0x20 || byte == quote || byte == UInt8(ascii: "\\")
    }
    bytes.append(quote)
    if string.hasByte(where: isEscaped) {
      for byte in string.utf8 {
        if isEscaped(byte) { bytes += escapeSequence(byte).utf8 } else { bytes.append(byte) }
      }
    } else {
      bytes += string.utf8
    }
    bytes.append(quote)
  }

  private static func escapeSequence(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "\n"): #"\n"#
    case UInt8(ascii: "\r"): #"\r"#
    case UInt8(ascii: "\t"): #"\t"#
    case 0x08: #"\b"#
    case 0x0C: #"\f"#
    case 0..<0x20: #"\u"# + hexadecimal(UInt32(byte), digits: 4)
    default: "\\" + String(UnicodeScalar(byte))
    }
  }
}
