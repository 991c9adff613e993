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
  public struct Member: Sendable, Equatable {
    /// The name.
    public let name: String
    /// The value.
    public let value: JSON

    /// The member `name` of an object.
    public init(_ name: String, _ value: JSON) {
      self.name = name
      self.value = value
    }
  }
}

extension JSON {
  /// The value as compact text: numbers as the shortest decimals that read back the same, NaN and
  /// the infinities, which JSON lacks, as `null`.
  public var text: String {
    var result = ""
    write(to: &result)
    return result
  }

  private func write(to result: inout String) {
    switch self {
    case .null: result += "null"
    case .bool(let value): result += value ? "true" : "false"
    case .integer(let value): result += String(value)
    case .number(let value): result += value.isFinite ? String(value) : "null"
    case .string(let value): JSON.write(value, to: &result)
    case .array(let values):
      result += "["
      for (index, value) in values.enumerated() {
        if index > 0 { result += "," }
        value.write(to: &result)
      }
      result += "]"
    case .object(let members):
      result += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { result += "," }
        JSON.write(member.name, to: &result)
        result += ":"
        member.value.write(to: &result)
      }
      result += "}"
    }
  }

  private static func write(_ string: String, to result: inout String) {
    result += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += #"\n"#
      case "\r": result += #"\r"#
      case "\t": result += #"\t"#
      case "\u{8}": result += #"\b"#
      case "\u{c}": result += #"\f"#
      case "\0"..<" ": result += #"\u"# + hexadecimal(scalar.value, digits: 4)
      default: result.unicodeScalars.append(scalar)
      }
    }
    result += "\""
  }
}
