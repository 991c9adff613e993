/// Help is at most this wide, on every terminal.
private let helpWidth = 80

extension Program {
  /// What `--help` prints: usage, commands, options and exit codes.
  public var helpText: String {
    let rows = commands.map { ($0.name, $0.summary) } + [("help", "explain a command")]
    return """
      Usage: \(name) COMMAND [ARGUMENT]... [OPTION]...

      \(paragraph(summary))
      \(section("Commands", rows))
      \(section("Options", [Option.help, .version].map { ($0.synopsis, $0.help) }))
      \(exitCodes)
      See "\(name) help COMMAND" for a command's arguments and options.

      """
  }

  /// What `COMMAND --help` prints: usage, arguments, options, examples and exit codes.
  public func helpText(for command: Command) -> String {
    let words = isCommand ? [name] : [name, command.name]
    let usage = (["Usage:"] + words + command.arguments.map { $0.synopsis })
      .joined(separator: " ")
    return [
      paragraph(usage + " [OPTION]..."),
      paragraph(command.summary),
      section("Arguments", command.arguments.map { ($0.name, $0.explanation) }),
      section("Options", command.options.map { ($0.synopsis, $0.explanation) }),
      section("Examples", command.examples.map { ($0, "") }),
      exitCodes,
    ].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var exitCodes: String {
    let codes = ExitCode.allCases.map { "\($0.rawValue) \($0.meaning)" }
    return paragraph("Exit codes: " + codes.joined(separator: ", ") + ".")
  }
}

private func paragraph(_ text: String) -> String {
  text.wrapped(helpWidth).map { $0.asLine }.joined()
}

/// A title and a row for each term, the explanations wrapped in a column of their own; a term
/// too long for the first column has its explanation below it.
private func section(_ title: String, _ rows: [(term: String, explanation: String)]) -> String {
  guard !rows.isEmpty else { return "" }
  let indent = min(32, (rows.map { $0.term.displayWidth }.max() ?? 0) + 4)
  var lines = [title + ":"]
  for row in rows {
    var explanation = row.explanation.wrapped(helpWidth - indent)
    var line = "  " + row.term
    if line.displayWidth + 2 <= indent, !explanation.isEmpty {
      line = line.padded(indent) + explanation.removeFirst()
    }
    lines.append(line)
    lines += explanation.map { String(repeating: " ", count: indent) + $0 }
  }
  return lines.map { $0.asLine }.joined()
}

extension Argument {
  fileprivate var synopsis: String {
    switch count {
    case .required: name
    case .optional: "[\(name)]"
    case .repeated: "[\(name)]..."
    }
  }

  fileprivate var explanation: String {
    choices.isEmpty ? help : "\(help): \(alternatives(choices))"
  }
}

extension Option {
  /// What a value looks like: `NUMBER`, or `random|zero`.
  var valueText: String {
    choices.isEmpty ? placeholder ?? "" : choices.joined(separator: "|")
  }

  fileprivate var synopsis: String {
    let short = letter.map { "-\($0), " } ?? "    "
    return short + "--" + name + (placeholder == nil ? "" : " " + valueText)
  }

  fileprivate var explanation: String {
    help + (defaultValue.map { " (default: \($0))" } ?? "")
  }
}
