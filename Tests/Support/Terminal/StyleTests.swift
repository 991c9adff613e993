import Testing

@testable import Terminal

@Suite struct StyleTests {
  @Test func paintsOnlyWithColor() {
    #expect(Style(unicode: true, color: true).paint("a", .green) == "\u{1B}[32ma\u{1B}[0m")
    #expect(Style(unicode: true, color: true).paint("", .green) == "")
    #expect(Style(unicode: true, color: true).paint("a", nil) == "a")
    #expect(Style(unicode: true, color: false).paint("a", .green) == "a")
  }

  @Test func followsTheTerminal() {
    let style = Style(
      TerminalCapabilities(
        isTerminal: true, windowWidth: 80, environment: ["TERM": "xterm", "LANG": "C"]))
    #expect(style.color && !style.unicode)
  }
}
