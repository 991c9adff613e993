@testable import Terminal

/// The one line that a command line is refused with, or nil if it is understood.
func refusal(_ words: [String]) -> String? {
  do {
    _ = try example.parse(words)
    return nil
  } catch {
    return error.description
  }
}

/// The one line that the program refuses an option's word with.
func refusal(of option: any Parameter, _ word: String) -> String? {
  do {
    _ = try option.read([word])
    return nil
  } catch {
    return error.description
  }
}

/// The parsed arguments of a command line, words separated by spaces.
func parsed(_ line: String) throws -> ParsedArguments? {
  guard case .run(_, let arguments) = try example.parse(line.split(separator: " ").map(String.init))
  else { return nil }
  return arguments
}

/// What a program prints instead of running a command, or nil.
func printed(_ words: [String], by program: Program = example) throws -> String? {
  if case .print(let text) = try program.parse(words) { text } else { nil }
}

/// `text` without colours; only the sequence that clears a line is kept.
func plain(_ text: String) -> String {
  var parts = text.split(separator: "\u{1B}[", omittingEmptySubsequences: false)
  let first = parts.removeFirst()
  return parts.reduce(String(first)) { result, part in
    result + (part.first == "K" ? "\u{1B}[" + part : part.drop { $0 != "m" }.dropFirst())
  }
}
