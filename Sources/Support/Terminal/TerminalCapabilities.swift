import CLibrary

/// What can be drawn on an output.
public struct TerminalCapabilities: Sendable, Equatable {
  /// Is anyone looking? Else the output is a file or a pipe.
  public var isTerminal: Bool
  /// Columns: the window's, else `COLUMNS`, else 80.
  public var width: Int
  /// Can text be coloured? A terminal that is not dumb, and `NO_COLOR` is not set.
  public var usesColor: Bool
  /// Does the locale (`LC_ALL`, else `LC_CTYPE`, else `LANG`) say UTF-8? Else draw in ASCII.
  public var usesUnicode: Bool
  /// Can a line be drawn again in place? A terminal that is not dumb.
  public var movesCursor: Bool

  /// Decides from what is known of an output; an empty variable counts as unset.
  ///
  /// - Parameter windowWidth: the columns the terminal reports, if it does.
  public init(isTerminal: Bool, windowWidth: Int?, environment: [String: String]) {
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
  public init(_ output: Output) {
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
