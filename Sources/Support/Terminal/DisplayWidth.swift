import CLibrary

extension Unicode.Scalar {
  /// Columns a terminal gives this scalar: 2 for East Asian wide characters and emoji, 0 for
  /// combining marks and controls, else 1 (a short form of Unicode's UAX #11 table).
  var displayWidth: Int {
    if isASCII { return value < 0x20 || value == 0x7F ? 0 : 1 }
    let invisible: [Unicode.GeneralCategory] = [.nonspacingMark, .enclosingMark, .format, .control]
    if invisible.contains(properties.generalCategory) { return 0 }
    if properties.isEmojiPresentation { return 2 }
    switch value {
    case 0x1160...0x11FF: return 0  // Hangul vowels and finals join the syllable before them
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}

extension StringProtocol {
  /// Columns this text takes in a terminal. The scalars' widths are summed, so an emoji sequence
  /// may be counted too wide, never too narrow.
  package var displayWidth: Int { unicodeScalars.reduce(0) { $0 + $1.displayWidth } }

  /// This text with control and invisible characters spelled out (`\n`, `\u{1B}`): one line
  /// that is safe to show, whatever a file name or a data cell contains.
  package var printable: String {
    unicodeScalars.map { scalar in
      if let byte = scalar.undecodedByte { return #"\x"# + String(byte, radix: 16) }
      switch scalar.properties.generalCategory {
      // They would move the cursor, reorder the line or end it.
      case .control, .format, .lineSeparator, .paragraphSeparator:
        return scalar.escaped(asASCII: true)
      default: return String(scalar)
      }
    }.joined()
  }

  /// This word of a command line in quotation marks, for a line of a message: printable, and
  /// shortened past 60 columns. What is quoted from a file goes through Formats' `quoted(_:)`.
  var inQuotes: String {
    // A space of another kind would be taken for the usual one, which may be what was refused.
    let spaced = unicodeScalars.map { scalar in
      let isOtherSpace = scalar != " " && scalar.properties.generalCategory == .spaceSeparator
      return isOtherSpace ? scalar.escaped(asASCII: true) : String(scalar)
    }
    let shown = spaced.joined().printable
    return shown.displayWidth <= 60 ? "\"\(shown)\"" : "\"\(shown.fitting(57))...\""
  }

  /// The longest beginning, in whole characters, that fits into `columns`.
  package func fitting(_ columns: Int) -> String {
    var used = 0
    return String(
      prefix { character in
        used += String(character).displayWidth
        return used <= columns
      })
  }

  /// This text, or its beginning with a mark behind it where it does not fit into `columns`.
  package func shortened(_ columns: Int, _ terminal: TerminalCapabilities) -> String {
    if displayWidth <= columns { return String(self) }
    let mark = terminal.ellipsis.fitting(columns)
    return fitting(columns - mark.displayWidth) + mark
  }

  /// This text with spaces added, at its left end if `right` is true, to take `columns`.
  package func padded(_ columns: Int, right: Bool = false) -> String {
    let spaces = String(repeating: " ", count: Swift.max(0, columns - displayWidth))
    return right ? spaces + self : self + spaces
  }

  /// This text without the spaces at its end, and a line feed.
  var asLine: String {
    let end = lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex
    return self[..<end] + "\n"
  }

  /// The words of this text in lines of at most `columns`; only a longer word is cut.
  package func wrapped(_ columns: Int) -> [String] {
    var lines: [String] = []
    for word in split(separator: " ").flatMap({ $0.pieces(of: Swift.max(2, columns)) }) {
      if let last = lines.last, last.displayWidth + 1 + word.displayWidth <= columns {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word)
      }
    }
    return lines
  }

  /// This text cut into pieces of at most `columns`.
  private func pieces(of columns: Int) -> [String] {
    var rest = String(self)
    var result: [String] = []
    while !rest.isEmpty {
      var piece = rest.fitting(columns)
      if piece.isEmpty { piece = String(rest.prefix(1)) }
      result.append(piece)
      rest.removeFirst(piece.count)
    }
    return result
  }
}
