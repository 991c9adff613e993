import Terminal
import Testing

/// A program that is a command: no word before its options.
@Suite struct SingleCommandTests {
  private let program = Program(
    Command(
      "fit", summary: "Fit a line.", options: [Option("rate", "r", value: "X", help: "step")],
      examples: ["fit -r 0.1"]), version: "3")

  private func printed(_ words: [String]) throws -> String? {
    if case .print(let text) = try program.parse(words) { text } else { nil }
  }

  @Test func optionsFollowTheName() throws {
    guard case .run("fit", let arguments) = try program.parse(["-r", "0.5"]) else {
      Issue.record("is not run")
      return
    }
    #expect(try arguments.string("rate") == "0.5")
  }

  @Test func nothingIsACommandLineToo() throws {
    guard case .run = try program.parse([]) else {
      Issue.record("is not run")
      return
    }
  }

  @Test func helpAndVersion() throws {
    #expect(try printed(["--help"])?.hasPrefix("Usage: fit [OPTION]...\n") == true)
    #expect(try printed(["--version"]) == "fit 3\n")
  }

  @Test func itsNameIsNoArgument() {
    #expect(throws: UsageError("unexpected argument \"fit\" for \"fit\"")) {
      try program.parse(["fit"])
    }
  }
}
