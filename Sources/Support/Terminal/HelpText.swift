extension Program {
  /// What `--help` prints: usage, commands, options and exit codes.
  var helpText: String {
    let rows = commands.map { ($0.name, $0.summary) } + [("help", "explain a command")]
    return [
      paragraph("Usage: \(name) COMMAND [ARGUMENT]... [OPTION]...", helpWidth),
      paragraph(summary, helpWidth), section("Commands", rows, helpWidth),
      section(
        "Options", [Command.helpOption, Self.versionOption].map { $0.declaration.option }, helpWidth
      ),
      exitCodes,
      paragraph(
        "See \"\(name) help COMMAND\" for a command's arguments and options.", helpWidth),
    ].joined(separator: "\n")
  }

  /// What `COMMAND --help` prints: usage, arguments, options, examples and exit codes.
  func helpText(for command: Command) -> String {
    let words = isCommand ? [name] : [name, command.name]
    let arguments = command.arguments.map { $0.declaration.argument }
    let usage = (["Usage:"] + words + arguments.map { $0.usage }).joined(separator: " ")
    return [
      paragraph(usage + " [OPTION]...", helpWidth),
      paragraph(command.summary, helpWidth),
      section("Arguments", arguments.map { $0.row }, helpWidth),
      section("Options", command.options.map { $0.declaration.option }, helpWidth),
      section("Examples", command.examples.map { ($0, "") }, helpWidth),
      exitCodes,
    ].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var exitCodes: String {
    let codes = ExitCode.allCases.map { "\($0.rawValue) \($0.meaning)" }
    return paragraph("Exit codes: " + codes.joined(separator: ", ") + ".", helpWidth)
  }
}

private typealias Row = (term: String, explanation: String)

private func paragraph(_ text: String, _ width: Int) -> String {
  text.wrapped(width).map { $0.asLine }.joined()
}

/// A title and a row for each term, the explanations wrapped in a column of their own; a term
/// too long for the first column has its explanation below it.
private func section(_ title: String, _ rows: [Row], _ width: Int) -> String {
  guard !rows.isEmpty else { return "" }
  let indent = min(width * 2 / 5, (rows.map { $0.term.displayWidth }.max() ?? 0) + 4)
  var lines = [title + ":"]
  for row in rows {
    var explanation = row.explanation.wrapped(width - indent)
    var line = "  " + row.term
    if line.displayWidth + 2 <= indent, !explanation.isEmpty {
      line = line.padded(indent) + explanation.removeFirst()
    }
    lines.append(line)
    lines += explanation.map { String(repeating: " ", count: indent) + $0 }
  }
  return lines.map { $0.asLine }.joined()
}

extension Declaration {
  /// What a value looks like: `NUMBER`, or `random|zero`.
  var valueText: String {
    choices.isEmpty ? placeholder ?? "" : choices.joined(separator: "|")
  }

  fileprivate var argument: (usage: String, row: Row) {
    let choices = choices.isEmpty ? "" : ": \(alternatives(choices))"
    return (isRepeated ? "[\(name)]..." : name, (name, help + choices))
  }

  fileprivate var option: Row {
    let short = letter.map { "-\($0), " } ?? "    "
    let synopsis = short + "--" + name + (placeholder == nil ? "" : " " + valueText)
    return (synopsis, help + (defaultWord.map { " (default: \($0))" } ?? ""))
  }
}
