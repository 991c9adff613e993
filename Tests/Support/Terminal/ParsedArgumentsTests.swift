import Testing

@testable import Terminal

@Suite struct ParsedArgumentsTests {
  @Test func everyValueHasItsType() throws {
    let arguments = try #require(
      try parsed("train small -e 7 -r 1e-3 -i zero -o runs/a -q --hidden 3"))
    #expect(arguments[size] == "small" && arguments[output] == "runs/a")
    #expect(arguments[epochs] == 7 && arguments[hidden] == 3 && arguments[rate] == 0.001)
    #expect(arguments[start] == .zero && arguments[quiet] && !arguments[verbose])
  }

  @Test func whatIsNotGivenHasItsDefault() throws {
    let arguments = try #require(try parsed("train large"))
    #expect(arguments[epochs] == 100 && arguments[rate] == 0.01 && arguments[start] == .random)
    #expect(arguments[output] == nil && !arguments[quiet])
  }

  @Test func repeatedArgumentsKeepTheirOrder() throws {
    #expect(try #require(try parsed("check"))[layers] == [])
    #expect(try #require(try parsed("check sigmoid linear"))[layers] == ["sigmoid", "linear"])
  }

  /// Reading what the command does not declare is a mistake in the program.
  @Test func onlyWhatIsDeclaredIsRead() async {
    await #expect(processExitsWith: .failure) {
      _ = try parsed("show a")?[output]
    }
  }
}
