import Testing

@testable import Terminal

@Suite struct TerminalCapabilitiesTests {
  private func decide(
    _ terminal: Bool, _ window: Int?, _ environment: [String: String]
  ) -> TerminalCapabilities {
    TerminalCapabilities(isTerminal: terminal, windowWidth: window, environment: environment)
  }

  @Test(
    arguments: [
      (100, nil, 100), (100, "60", 100), (nil, "60", 60), (0, "60", 60), (nil, nil, 80),
      (0, "", 80), (nil, "0", 80), (nil, "-5", 80), (nil, "wide", 80), (nil, "1e3", 80),
      (nil, "99999999999999999999", 80), (nil, "1000000", 1000), (65535, nil, 1000), (1, nil, 1),
    ] as [(Int?, String?, Int)])
  func width(window: Int?, columns: String?, width: Int) {
    #expect(decide(true, window, columns.map { ["COLUMNS": $0] } ?? [:]).width == width)
  }

  @Test(
    arguments: [
      (true, "xterm", nil, true, true), (true, "xterm", "", true, true),
      (true, "xterm", "1", false, true), (true, "xterm", "0", false, true),
      (true, "dumb", nil, false, false), (true, "", nil, false, false),
      (true, nil, nil, false, false), (false, "xterm", nil, false, false),
    ] as [(Bool, String?, String?, Bool, Bool)])
  func colorAndCursor(
    terminal: Bool, term: String?, noColor: String?, color: Bool, cursor: Bool
  ) {
    var environment: [String: String] = [:]
    environment["TERM"] = term
    environment["NO_COLOR"] = noColor
    let capabilities = decide(terminal, nil, environment)
    #expect(capabilities.usesColor == color)
    #expect(capabilities.movesCursor == cursor)
  }

  @Test(
    arguments: [
      ([:], false), (["LANG": "C"], false), (["LANG": "en_US.UTF-8"], true),
      (["LANG": "en_US.utf8"], true), (["LANG": "C.UTF-8"], true),
      (["LANG": "de_DE.UTF-8@euro"], true),
      (["LANG": "de_DE@UTF-8"], false), (["LANG": "en_US.ISO-8859-1"], false),
      (["LC_ALL": "C", "LC_CTYPE": "en_US.UTF-8", "LANG": "en_US.UTF-8"], false),
      (["LC_ALL": "", "LC_CTYPE": "C", "LANG": "en_US.UTF-8"], false),
      (["LC_ALL": "", "LC_CTYPE": "", "LANG": "en_US.UTF-8"], true),
      (["LC_ALL": "en_US.UTF-8", "LANG": "C"], true), (["LC_CTYPE": "UTF-8"], true),
      (["LANG": "@"], false),
    ] as [([String: String], Bool)])
  func unicode(environment: [String: String], unicode: Bool) {
    #expect(decide(false, nil, environment).usesUnicode == unicode)
  }

  @Test func paintsOnlyWithColor() {
    #expect(terminal(color: true).paint("a", .green) == "\u{1B}[32ma\u{1B}[0m")
    #expect(terminal(color: true).paint("", .green) == "")
    #expect(terminal(color: true).paint("a", nil) == "a")
    #expect(terminal().paint("a", .green) == "a")
  }

  @Test func aPipeIsNoTerminal() throws {
    let text = try written {
      let capabilities = TerminalCapabilities($0)
      #expect(!capabilities.isTerminal && !capabilities.movesCursor && !capabilities.usesColor)
      #expect(capabilities.width > 0)
    }
    #expect(text.isEmpty)
  }
}
