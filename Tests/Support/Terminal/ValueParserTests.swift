import Testing

@testable import Terminal

@Suite struct ValueParserTests {
  @Test(arguments: [("1", 1), ("+7", 7), ("0100", 100), ("100", 100)])
  func readsIntegers(text: String, value: Int) throws {
    #expect(try epochs.read([text]) == value)
  }

  @Test(arguments: [
    "0", "101", "-1", "5.0", "1e2", "0x10", "99999999999999999999", "five", "٣", "5\r\n", "nan", "",
  ]) func refusesIntegers(text: String) {
    #expect(
      refusal(of: epochs, text)
        == "--epochs must be a whole number from 1 to 100, not \"\(text.printable)\"")
  }

  @Test(arguments: [
    ("1", 1.0), ("1e-3", 0.001), ("+.5", 0.5), ("2.", 2), ("1E2", 100), ("0", 0), ("100", 100),
  ])
  func readsNumbers(text: String, value: Double) throws {
    #expect(try rate.read([text]) == value)
  }

  @Test(arguments: [
    "nan", "inf", "-inf", "0x10", "1e400", "1,5", "-1", "100.5", "1e", "1_000", "--1", "infinity",
  ]) func refusesNumbers(text: String) {
    #expect(
      refusal(of: rate, text)
        == "--learning-rate must be a finite number from 0 to 100, not \"\(text)\"")
  }

  /// What a refusal says of each type, at the last word that is refused.
  @Test func everyTypeSaysWhatItAccepts() throws {
    func refused<Value>(_ type: ValueParser<Value>, _ word: String) -> String? {
      refusal(of: Option("x", as: type, value: "X", help: ""), word)
    }
    #expect(refused(.integer(1...), "0") == "--x must be a whole number of at least 1, not \"0\"")
    #expect(refused(.positive, "0") == "--x must be a finite number greater than 0, not \"0\"")
    #expect(
      refused(.number(0.25...), "0.2")
        == "--x must be a finite number of at least 0.25, not \"0.2\"")
    #expect(
      refused(.integer(0...UInt32.max), "4294967296")
        == "--x must be a whole number from 0 to 4294967295, not \"4294967296\"")
    #expect(refused(.text("a dash") { $0 == "-" }, "+") == "--x must be a dash, not \"+\"")
    #expect(
      refused(.choice(["a", "bcd"]), "bdc")
        == "--x must be a or bcd, not \"bdc\"; did you mean \"bcd\"?"
    )
    #expect(
      refused(.outputFile, "-")
        == "--x must be the name of a file (./- for one called -), not \"-\"")
    #expect(
      refused(.folder, "-")
        == "--x must be the name of a folder (./- for one called -), not \"-\"")
    for word in ["./-", "--", "a"] { #expect(refused(.folder, word) == nil) }
    #expect(refused(.input, "-") == nil)
    for word in ["1", "9223372036854775807"] { #expect(refused(.integer(1...), word) == nil) }
    for word in ["1e-300", "1e300"] { #expect(refused(.positive, word) == nil) }
    #expect(refused(.number(0.25...), "0.25") == nil)
    #expect(refused(.integer(0...UInt32.max), "4294967295") == nil)
    #expect(refused(.text, "") == nil)
  }

  /// As a default stands in help.
  @Test func valuesHaveWords() {
    #expect([0, 1, 0.01, 5e-5].map(ValueParser.positive.word) == ["0", "1", "0.01", "5e-05"])
    #expect(ValueParser<Start>.choice.word(.zero) == "zero")
  }
}
