import CLibrary

/// What can be drawn on an output; by default on a file, in ASCII.
package struct TerminalCapabilities: Sendable, Equatable {
  /// The colours in use, as the numbers of ECMA-48's SGR sequence.
  package enum Color: Int {
    case bold = 1
    case faint = 2
    case red = 31
    case green = 32
    case yellow = 33
    case cyan = 36
  }

  /// Is anyone looking? Else the output is a file or a pipe.
  package var isTerminal = false
  /// Columns: the window's, else `COLUMNS`, else 80. Drawings keep to them everywhere, what is read
  /// on a terminal only.
  package var width = 80
  /// Can text be coloured? A terminal that is not dumb, and `NO_COLOR` is not set.
  package var usesColor = false
  /// Does the locale (`LC_ALL`, else `LC_CTYPE`, else `LANG`) say UTF-8? Else draw in ASCII.
  package var usesUnicode = false
  /// Can a line be drawn again in place? A terminal that is not dumb.
  package var movesCursor = false

  /// What stands for what is left out.
  package var ellipsis: String { usesUnicode ? "…" : "..." }

  /// `text` in a colour where colours are allowed, else unchanged.
  package func paint(_ text: String, _ color: Color?) -> String {
    guard usesColor, let color, !text.isEmpty else { return text }
    return "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m"
  }
}

extension TerminalCapabilities {
  /// Decides from what is known of an output; an empty variable counts as unset.
  ///
  /// - Parameter windowWidth: the columns the terminal reports, if it does.
  init(isTerminal: Bool, windowWidth: Int?, environment: [String: String]) {
    func variable(_ name: String) -> String? {
      environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
    self.isTerminal = isTerminal
    let widths = [windowWidth, variable("COLUMNS").flatMap { Int($0) }].compactMap { $0 }
    width = min(widths.first { $0 > 0 } ?? 80, 1000)
    movesCursor = isTerminal && (variable("TERM") ?? "dumb") != "dumb"
    usesColor = movesCursor && variable("NO_COLOR") == nil
    let locale = variable("LC_ALL") ?? variable("LC_CTYPE") ?? variable("LANG") ?? ""
    let codeset = locale.lowercased().split(separator: "@").first ?? ""
    usesUnicode = codeset.hasSuffix("utf-8") || codeset.hasSuffix("utf8")
  }

  /// Asks the system about an output, now: a window can change its size.
  package init(_ output: Output) {
    var environment: [String: String] = [:]
    for name in ["COLUMNS", "TERM", "NO_COLOR", "LC_ALL", "LC_CTYPE", "LANG"] {
      environment[name] = getenv(name).map { String(cString: $0) }
    }
    var size = winsize()
    let known = ioctl(output.descriptor, UInt(TIOCGWINSZ), &size) == 0
    self.init(
      isTerminal: isatty(output.descriptor) == 1,
      windowWidth: known ? Int(size.ws_col) : nil, environment: environment)
  }
}
