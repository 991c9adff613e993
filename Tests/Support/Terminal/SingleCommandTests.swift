import Testing

@testable import Terminal

/// A program that is a command: no word before its options.
@Suite struct SingleCommandTests {
  private let program = Program("fit", version: "3", command: command("fit", options: [rate]))

  @Test func optionsFollowTheName() throws {
    guard case .run(let fit, let arguments) = try program.parse(["-r", "0.5"]) else {
      Issue.record("is not run")
      return
    }
    #expect(fit.name == "fit" && arguments[rate] == 0.5)
  }

  @Test func nothingIsACommandLineToo() throws {
    guard case .run = try program.parse([]) else {
      Issue.record("is not run")
      return
    }
  }

  @Test func helpAndVersion() throws {
    #expect(try printed(["--help"], by: program)?.hasPrefix("Usage: fit [OPTION]...\n") == true)
    #expect(try printed(["--version"], by: program) == "fit 3\n")
  }

  @Test func itsNameIsNoArgument() {
    #expect(throws: UsageError("unexpected argument \"fit\" for \"fit\"")) {
      try program.parse(["fit"])
    }
  }
}
