import Formats

/// Reads a command's words as GNU programs do: `--hidden 50`, `--hidden=50`, `-e 5`, `-e5`,
/// flags together (`-qv`), options and arguments in any order, `--` before arguments that begin
/// with a dash, `-` alone is an argument. Of an option given twice the last value counts. Long
/// names are not abbreviated, so that a script keeps its meaning when an option is added.
struct ArgumentParser {
  private let command: Command
  private var rest: ArraySlice<String> = []
  private var positionals: [String] = []
  private var values: [String: [String]] = [:]

  init(_ command: Command) {
    self.command = command
  }

  /// The values of all options and arguments, or nil where help is asked for.
  consuming func parse(_ words: ArraySlice<String>) throws(UsageError) -> ParsedArguments? {
    rest = words
    while let word = rest.popFirst() {
      if word == "--" {
        positionals += rest
        break
      } else if word.utf8.starts(with: "--".utf8) {
        try readLong(word)
      } else if word.utf8.starts(with: "-".utf8), word != "-" {
        try readShort(word)
      } else {
        positionals.append(word)
      }
      if values["help"] != nil { return nil }
    }
    try assignPositionals()
    return ParsedArguments(command: command, values: values)
  }

  /// `--name`, `--name VALUE` or `--name=VALUE`.
  private mutating func readLong(_ word: String) throws(UsageError) {
    // By scalars: "=" and a combining mark after it would be one Character.
    let scalars = word.unicodeScalars
    let equals = scalars.firstIndex(of: "=") ?? scalars.endIndex
    let name = String(scalars[..<equals].dropFirst(2))
    guard let option = command.options.first(where: { ([$0.name] + $0.aliases).contains(name) })
    else {
      throw .unknownOption("--" + name, among: command.options, command.name)
    }
    if equals == scalars.endIndex {
      try store(option, option.placeholder == nil ? "" : nextWord(), as: "--" + name)
    } else {
      let value = String(scalars[scalars.index(after: equals)...])
      guard option.placeholder != nil else {
        throw UsageError("option \"--\(name)\" takes no value, found \(quoted(value))")
      }
      try store(option, value, as: "--" + name)
    }
  }

  /// `-q`, `-qv`, `-e VALUE` or `-eVALUE`.
  private mutating func readShort(_ word: String) throws(UsageError) {
    var letters = word.dropFirst()
    while let letter = letters.popFirst() {
      guard let option = command.options.first(where: { $0.letter == letter }) else {
        throw UsageError.unknownOption("-\(letter)", among: [], command.name)
      }
      guard option.placeholder == nil else {
        return try store(option, letters.isEmpty ? nextWord() : String(letters), as: "-\(letter)")
      }
      try store(option, "", as: "-\(letter)")
    }
  }

  /// The word after an option, which may begin with one dash (`--rate -1`), not with two:
  /// in `--output --quiet` the value was forgotten.
  private mutating func nextWord() -> String? {
    guard let word = rest.first, !word.utf8.starts(with: "--".utf8) else { return nil }
    return rest.removeFirst()
  }

  private mutating func store(
    _ option: Option, _ value: String?, as spelling: String
  ) throws(UsageError) {
    guard let value else {
      throw UsageError("option \"\(spelling)\" needs a value (\(option.valueText))")
    }
    if !option.choices.isEmpty, !option.choices.contains(value) {
      throw .notAllowed("--" + option.name, value, choices: option.choices)
    }
    values[option.name] = [value]
  }

  private mutating func assignPositionals() throws(UsageError) {
    var words = positionals[...]
    for argument in command.arguments {
      let taken = words.prefix(argument.count == .repeated ? words.count : 1)
      words = words.dropFirst(taken.count)
      if argument.count == .required, taken.isEmpty {
        let choices = argument.choices.isEmpty ? "" : " (\(alternatives(argument.choices)))"
        throw UsageError("missing argument \(argument.name)\(choices) for \"\(command.name)\"")
      }
      for word in taken where !argument.choices.isEmpty && !argument.choices.contains(word) {
        throw UsageError.notAllowed(argument.name, word, choices: argument.choices)
      }
      values[argument.name] = Array(taken)
    }
    if let surplus = words.first { throw UsageError.unexpected(surplus, command.name) }
  }
}
