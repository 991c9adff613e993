extension String {
  /// This text as its reader sees it, so that two that look the same are the same: white space of any
  /// kind and length is one space, at the ends it is left out, and so is what cannot be seen, such as
  /// a space of no width; letters with accents are composed (Unicode's NFC).
  public var asSeen: String {
    var seen = UnicodeScalarView()
    var isAfterSpace = false
    for scalar in unicodeScalars where !scalar.isInvisible {
      if scalar.properties.isWhitespace {
        isAfterSpace = !seen.isEmpty
        continue
      }
      if isAfterSpace { seen.append(" ") }
      isAfterSpace = false
      seen.append(scalar)
    }
    // Foundation has this under a better name, but would double the time in which programs start.
    return String(decoding: String(seen)._nfcCodeUnits, as: UTF8.self)
  }
}

extension Unicode.Scalar {
  /// Whether it leaves no trace where it is printed, not even a space.
  fileprivate var isInvisible: Bool {
    if isASCII && value >= 0x20 && value != 0x7F { return false }
    if properties.isWhitespace { return false }
    return properties.isDefaultIgnorableCodePoint || properties.generalCategory == .control
  }
}
