import Formats

/// Reads a command's words as GNU programs do: `--hidden 50`, `--hidden=50`, `-e 5`, `-e5`,
/// flags together (`-qv`), options and arguments in any order, `--` before arguments that begin
/// with a dash, `-` alone is an argument. Of an option given twice the last value counts. Long
/// names are not abbreviated, so that a script keeps its meaning when an option is added; `_` in
/// one is as good as `-`.
struct ArgumentParser {
  private let command: Command
  private var rest: ArraySlice<String> = []
  private var positionals: ArraySlice<String> = []
  /// The words for each option and argument, by its name.
  private var given: [String: [String]] = [:]

  init(_ command: Command) {
    self.command = command
    for parameter in command.options { given[parameter.declaration.name] = [] }
  }

  /// The values of all options and arguments, or nil where help is asked for. Ranges are looked
  /// at last, so that help can be asked for behind a wrong number.
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
      if given["help"] != [] { return nil }
    }
    for argument in command.arguments { try takePositionals(for: argument) }
    if let surplus = positionals.first { throw UsageError.unexpected(surplus, command.name) }
    for option in command.options {
      _ = try option.read(given[option.declaration.name] ?? [])
    }
    try expectOneInput()
    return ParsedArguments(words: given)
  }

  private func expectOneInput() throws(UsageError) {
    let inputs = command.arguments.filter { $0.declaration.isInput }.flatMap {
      given[$0.declaration.name] ?? []
    }
    if inputs.count(where: { $0 == "-" }) > 1 {
      throw UsageError("\"-\" is standard input, which can be read only once; found it twice")
    }
  }

  /// `--name`, `--name VALUE` or `--name=VALUE`.
  private mutating func readLong(_ word: String) throws(UsageError) {
    // By scalars: "=" and a combining mark after it would be one Character.
    let scalars = word.unicodeScalars
    let equals = scalars.firstIndex(of: "=") ?? scalars.endIndex
    let name = String(scalars[..<equals].dropFirst(2))
    // Courses write some options with "_".
    let spelled = String(name.map { $0 == "_" ? "-" : $0 })
    let option = command.options.first {
      $0.declaration.name == spelled || $0.declaration.aliases.contains(spelled)
    }
    guard let option else {
      throw .unknownOption("--" + name, among: command.options, command.name)
    }
    let isFlag = option.declaration.placeholder == nil
    if equals == scalars.endIndex {
      return try store(option, isFlag ? "" : nextWord(), as: "--" + name)
    }
    let value = String(scalars[scalars.index(after: equals)...])
    if isFlag {
      throw UsageError("option \"--\(name)\" takes no value, found \(value.inQuotes)")
    }
    try store(option, value, as: "--" + name)
  }

  /// `-q`, `-qv`, `-e VALUE` or `-eVALUE`.
  private mutating func readShort(_ word: String) throws(UsageError) {
    var letters = word.dropFirst()
    while let letter = letters.popFirst() {
      guard let option = command.options.first(where: { $0.declaration.letter == letter }) else {
        throw UsageError.unknownOption("-\(letter)", among: [], command.name)
      }
      guard option.declaration.placeholder == nil else {
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
    _ option: any Parameter, _ value: String?, as spelling: String
  ) throws(UsageError) {
    let declaration = option.declaration
    guard let value else {
      throw UsageError("option \"\(spelling)\" needs a value (\(declaration.valueText))")
    }
    if !declaration.choices.isEmpty { _ = try option.read([value]) }
    given[declaration.name] = [value]
  }

  private mutating func takePositionals(for argument: any Parameter) throws(UsageError) {
    let declaration = argument.declaration
    let taken = Array(positionals.prefix(declaration.isRepeated ? positionals.count : 1))
    if taken.isEmpty, !declaration.isRepeated {
      let choices = alternatives(declaration.choices)
      throw UsageError(
        "missing argument \(declaration.name)\(choices.isEmpty ? "" : " (\(choices))") "
          + "for \"\(command.name)\"")
    }
    _ = try argument.read(taken)
    given[declaration.name] = taken
    positionals = positionals.dropFirst(taken.count)
  }
}
