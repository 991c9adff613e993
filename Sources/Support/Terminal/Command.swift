import Formats

/// A command of a program (`train` of `ocr train`), declared as data.
public struct Command: Sendable {
  /// The word it is called by.
  public var name: String
  /// One line that says what it does.
  public var summary: String
  /// The positional arguments, in order.
  public var arguments: [Argument]
  /// The options, in the order help shows them; `--help` is added.
  public var options: [Option]
  /// Whole command lines for help.
  public var examples: [String]

  /// Declares a command.
  public init(
    _ name: String, summary: String, arguments: [Argument] = [], options: [Option] = [],
    examples: [String] = []
  ) {
    self.name = name
    self.summary = summary
    self.arguments = arguments
    self.options = options + [.help]
    self.examples = examples
  }
}

/// A program with commands, or one that is a command itself, declared as data.
public struct Program: Sendable {
  /// What a command line asks for.
  public enum Request: Sendable {
    /// Print this text (help or the version) and succeed.
    case print(String)
    /// Run the command of this name.
    case run(command: String, ParsedArguments)
  }

  /// The word it is called by.
  public var name: String
  /// What `--version` shows after the name.
  public var version: String
  /// One line that says what it does.
  public var summary: String
  /// The commands, in the order help shows them.
  public var commands: [Command]
  /// Whether its only command is not typed.
  private(set) var isCommand: Bool

  /// Declares a program.
  public init(_ name: String, version: String, summary: String, commands: [Command]) {
    self.name = name
    self.version = version
    self.summary = summary
    self.commands = commands
    isCommand = false
  }

  /// Declares a program that is a command: its options follow the program's name.
  public init(_ command: Command, version: String) {
    self.init(command.name, version: version, summary: command.summary, commands: [command])
    isCommand = true
  }

  /// Reads a command line: `COMMAND …`, `help [COMMAND]`, `--help` or `--version`.
  ///
  /// - Parameter words: the command line without the program's own name.
  public func parse(_ words: [String]) throws(UsageError) -> Request {
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
      throw UsageError.unknownOption(first, among: [.help, .version])
    }
    return try request(command(first), words.dropFirst())
  }

  private func request(
    _ command: Command, _ words: ArraySlice<String>
  ) throws(UsageError) -> Request {
    guard let arguments = try ArgumentParser(command).parse(words) else {
      return .print(helpText(for: command))
    }
    return .run(command: command.name, arguments)
  }

  private func command(_ word: String) throws(UsageError) -> Command {
    if let command = commands.first(where: { $0.name == word }) { return command }
    let hint = suggestion(for: word, among: commands.map { $0.name } + ["help"])
    throw UsageError(
      "unknown command \(quoted(word))" + (hint.isEmpty ? "; try \"\(name) --help\"" : hint))
  }

  private func help(_ words: [String]) throws(UsageError) -> String {
    guard let word = words.first, word != "--help", word != "-h" else { return helpText }
    if words.count > 1 { throw UsageError.unexpected(words[1], "help") }
    return helpText(for: try command(word))
  }
}
