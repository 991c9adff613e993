/// A JSON value (RFC 8259). The members of an object keep their order.
public indirect enum JSON: Sendable, Equatable {
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
  public var text: String {
    switch self {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .number(let value): value.isFinite ? "\(value)" : "null"
    case .string(let value): JSON.text(of: value)
    case .array(let values): "[" + values.map(\.text).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { JSON.text(of: $0.name) + ":" + $0.value.text }.joined(separator: ",")
        + "}"
    }
  }

  /// Byte by byte: scalars of a page's megabytes take a second.
  private static func text(of string: String) -> String {
    let quote = UInt8(ascii: "\"")
    var result = [quote]
    result.reserveCapacity(string.utf8.count + 2)
    for byte in string.utf8 {
      if byte >= 0x20, byte != quote, byte != UInt8(ascii: "\\") {
        result.append(byte)
      } else {
        result += escaped(byte).utf8
      }
    }
    result.append(quote)
    return String(decoding: result, as: UTF8.self)
  }

  private static func escaped(_ byte: UInt8) -> String {
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
