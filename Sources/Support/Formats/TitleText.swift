/// A title as it is written in a ``TitleTSV``: a space is `_`, and a byte may be percent-encoded.
enum TitleText {
  /// The title, as its reader sees it.
  /// - Throws: where an encoding is none, or the bytes are not UTF-8.
  static func decoded(_ text: ArraySlice<UInt8>) throws(SyntaxError) -> String {
    var title: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      switch text[index] {
      case UInt8(ascii: "_"): title.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        title.append(try encodedByte(text[index...].prefix(3), offset: index - text.startIndex))
        index += 2
      case let byte: title.append(byte)
      }
      index += 1
    }
    guard let string = String(validating: title, as: UTF8.self) else {
      throw SyntaxError(offset: 0, message: "the title \(quoted(title)) is not UTF-8")
    }
    return string.asSeen
  }

  private static func encodedByte(
    _ code: ArraySlice<UInt8>, offset: Int
  ) throws(SyntaxError) -> UInt8 {
    let digits = code.dropFirst().compactMap(hexadecimalDigit)
    guard digits.count == 2 else {
      throw SyntaxError(
        offset: offset, message: "\(quoted(code)), where % and two hexadecimal digits are expected")
    }
    return digits[0] << 4 | digits[1]
  }
}

extension TitleTSV {
  /// The title that somebody typed: written as in a file, or with a `%` that is one.
  public static func title(typed text: String) -> String {
    let bytes = Array(text.utf8)
    if let title = try? TitleText.decoded(bytes[...]) { return title }
    let spaced = bytes.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }
    return String(decoding: spaced, as: UTF8.self).asSeen
  }
}
