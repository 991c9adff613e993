@testable import Terminal

/// A terminal of a width, for what is drawn on it.
func terminal(
  _ width: Int = 80, unicode: Bool = false, color: Bool = false
) -> TerminalCapabilities {
  TerminalCapabilities(
    isTerminal: true, width: width, usesColor: color, usesUnicode: unicode)
}
