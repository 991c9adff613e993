import CLibrary
import Formats

/// A program with commands, or one that is a command itself, declared as data.
package struct Program: Sendable {
  /// What a command line asks for.
  enum Request {
    /// Print this text (help or the version) and succeed.
    case print(String)
    case run(Command, ParsedArguments)
  }

  let name: String
  private let version: String
  let summary: String
  let commands: [Command]
  /// Columns that help may take: 80, or as many as there are, or as `COLUMNS` says, if fewer.
  var helpWidth = 80

  static let versionOption = Option(flag: "version", help: "print the version and exit")

  /// Declares a program, its commands in the order help shows them. `--version` prints `version`
  /// after the name.
  ///
  /// Where the processor lacks what the package was built for, the process ends here, before
  /// anything that computes.
  package init(
    _ name: String, version: String, summary: String, commands: @autoclosure () -> [Command]
  ) {
    Processor.require(for: name)
    (self.name, self.version, self.summary, self.commands) = (name, version, summary, commands())
  }

  /// Declares a program that is a command: its options follow the program's name.
  package init(
    _ name: String, version: String, command: @autoclosure () -> Command
  ) {
    Processor.require(for: name)
    (self.name, self.version, commands) = (name, version, [command()])
    summary = commands[0].summary
  }

  /// Whether its only command is not typed, as it has the program's name.
  var isCommand: Bool { commands.map(\.name) == [name] }

  /// Carries out this process's command line, and ends the process.
  ///
  /// Help and the version go to standard output; what goes wrong is one line on standard error,
  /// after the program's name.
  package func run() -> Never {
    Output.makeFailedWritesThrow()
    // Whoever ignores this signal hands that on, and then no child's end is ever told.
    signal(SIGCHLD, SIG_DFL)
    var code = ExitCode.success
    do {
      var program = self
      program.helpWidth = min(80, max(24, TerminalCapabilities(.standard).width))
      switch try program.parse(Self.words) {
      case .print(let text): try Output.standard.write(text)
      case .run(let command, let arguments): code = try command.run(arguments)
      }
    } catch {
      code = ExitCode(of: error)
      if code != .brokenPipe { try? Output.standardError.write("\(name): \(error)\n") }
    }
    exit(code.rawValue)
  }

  /// Reads a command line, without the program's own name: `COMMAND …`, `help [COMMAND]`, `--help`
  /// or `--version`.
  func parse(_ words: [String]) throws(UsageError) -> Request {
    if words.first == "--version" { return .print("\(name) \(version)\n") }
    if isCommand { return try request(commands[0], words[...]) }
    guard let first = words.first else {
      throw UsageError("missing command; try \"\(name) --help\"")
    }
    switch first {
    case "--help", "-h": return .print(helpText)
    case "help": return .print(try help(Array(words.dropFirst())))
    default: break
    }
    if first.utf8.starts(with: "-".utf8) {
      throw UsageError.unknownOption(first, among: [Command.helpOption, Self.versionOption])
    }
    return try request(command(first), words.dropFirst())
  }

  private func request(
    _ command: Command, _ words: ArraySlice<String>
  ) throws(UsageError) -> Request {
    guard let arguments = try ArgumentParser(command).parse(words) else {
      return .print(helpText(for: command))
    }
    return .run(command, arguments)
  }

  private func command(_ word: String) throws(UsageError) -> Command {
    if let command = commands.first(where: { $0.name == word }) { return command }
    let hint = suggestion(for: word, among: commands.map { $0.name } + ["help"])
    throw UsageError(
      "unknown command \(word.inQuotes)" + (hint.isEmpty ? "; try \"\(name) --help\"" : hint))
  }

  private func help(_ words: [String]) throws(UsageError) -> String {
    guard let word = words.first, word != "--help", word != "-h" else { return helpText }
    if words.count > 1 { throw UsageError.unexpected(words[1], "help") }
    return helpText(for: try command(word))
  }
}
