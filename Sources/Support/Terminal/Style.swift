/// How to draw: with which characters, and coloured or not.
public struct Style: Sendable {
  /// The colours in use, as the numbers of ECMA-48's SGR sequence.
  public enum Color: Int, Sendable {
    case bold = 1
    case faint = 2
    case red = 31
    case green = 32
    case yellow = 33
    case cyan = 36
  }

  /// Block and line characters, or ASCII?
  public var unicode: Bool
  /// Coloured?
  public var color: Bool

  /// Makes a style by hand.
  public init(unicode: Bool, color: Bool) {
    self.unicode = unicode
    self.color = color
  }

  /// The best a terminal can show.
  public init(_ capabilities: TerminalCapabilities) {
    self.init(unicode: capabilities.usesUnicode, color: capabilities.usesColor)
  }

  /// `text` in a colour where colours are allowed, else unchanged.
  public func paint(_ text: String, _ color: Color?) -> String {
    guard self.color, let color, !text.isEmpty else { return text }
    return "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m"
  }
}
