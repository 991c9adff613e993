import CLibrary
import Formats

/// What a word of a command line may be, and the value that it stands for.
package struct ValueParser<Value: Sendable>: Sendable {
  /// What a refusal says instead: `a whole number from 1 to 100`.
  let accepted: String
  /// The words that are accepted, where they can be counted.
  let choices: [String]
  /// Whether `-` stands for standard input.
  let isInput: Bool
  let parse: @Sendable (String) -> Value?
  /// The word for a value.
  package let word: @Sendable (Value) -> String

  private init(
    accepted: String, choices: [String] = [], isInput: Bool = false,
    word: @escaping @Sendable (Value) -> String, parse: @escaping @Sendable (String) -> Value?
  ) {
    (self.accepted, self.choices, self.isInput) = (accepted, choices, isInput)
    (self.word, self.parse) = (word, parse)
  }

  /// The values of words that were given for the option or argument of this spelling.
  func values(of words: [String], for spelling: String) throws(UsageError) -> [Value] {
    try words.map { (word) throws(UsageError) in
      if let value = parse(word) { return value }
      let hint = suggestion(for: word, among: choices)
      throw UsageError("\(spelling) must be \(accepted), not \(word.inQuotes)\(hint)")
    }
  }
}

extension ValueParser where Value == String {
  /// Any text.
  package static var text: Self { text("a text") { _ in true } }

  /// A text with a property, which `accepted` names in refusals.
  package static func text(
    _ accepted: String, where isAccepted: @escaping @Sendable (String) -> Bool
  ) -> Self {
    ValueParser(accepted: accepted, word: { $0 }, parse: { isAccepted($0) ? $0 : nil })
  }

  /// A file that is read, or what else is read from standard input when it is `-`; of a command's
  /// words, one may be that.
  package static var input: Self {
    ValueParser(accepted: "a text", isInput: true, word: { $0 }, parse: { $0 })
  }

  /// A text that is more than the name of a file, or what is read from standard input when it is `-`.
  package static var textOrInput: Self {
    ValueParser(
      accepted: "a text in UTF-8", isInput: true, word: { $0 },
      parse: { $0.hasUndecodedBytes ? nil : $0 })
  }

  /// A file that is written: `-` is refused, since no file is written to standard output.
  package static var outputFile: Self {
    text("the name of a file (./- for one called -)") { $0 != "-" }
  }

  /// A folder: `-` is refused, since standard input is none.
  package static var folder: Self {
    text("the name of a folder (./- for one called -)") { $0 != "-" && !$0.isEmpty }
  }

  /// The name of a set of data, or a path that ends in one; most often one of these words.
  package static func dataSet(among words: [String] = []) -> Self {
    ValueParser(
      accepted: "a name, or a path that ends in one", choices: words, word: { $0 },
      parse: { $0.isEmpty || $0.utf8.last == UInt8(ascii: "/") ? nil : $0 })
  }

  /// One of these words, or of others that stand for them.
  package static func choice(_ words: [String], others: [String: String] = [:]) -> Self {
    ValueParser(
      accepted: alternatives(words), choices: words, word: { $0 },
      parse: { words.contains($0) ? $0 : others[$0] })
  }
}

extension ValueParser where Value: CaseIterable & RawRepresentable<String> {
  /// One of the cases, by its raw value.
  package static var choice: Self { choice(of: Array(Value.allCases)) { $0.rawValue } }
}

extension ValueParser {
  /// One of these values, by its word.
  package static func choice(
    of values: [Value], word: @escaping @Sendable (Value) -> String
  ) -> Self {
    let words = values.map(word)
    return ValueParser(accepted: alternatives(words), choices: words, word: word) { text in
      words.firstIndex(of: text).map { values[$0] }
    }
  }
}

extension ValueParser where Value: FixedWidthInteger {
  /// A whole number in decimal.
  package static func integer(_ range: ClosedRange<Value>) -> Self {
    integer("from \(range.lowerBound) to \(range.upperBound)") { range.contains($0) }
  }

  /// A whole number in decimal, without an upper end.
  package static func integer(_ range: PartialRangeFrom<Value>) -> Self {
    integer("of at least \(range.lowerBound)") { range.contains($0) }
  }

  private static func integer(
    _ range: String, contains: @escaping @Sendable (Value) -> Bool
  ) -> Self {
    ValueParser(accepted: "a whole number \(range)", word: { "\($0)" }) { text in
      Value(text).flatMap { contains($0) ? $0 : nil }
    }
  }
}

extension ValueParser where Value == Double {
  /// A finite number in plain decimal or exponent notation; not `nan`, `inf` or `0x10`.
  package static func number(_ range: ClosedRange<Double>) -> Self {
    number("from \(plain(range.lowerBound)) to \(plain(range.upperBound))", range.contains)
  }

  /// A finite number without an upper end.
  package static func number(_ range: PartialRangeFrom<Double>) -> Self {
    number("of at least \(plain(range.lowerBound))", range.contains)
  }

  /// A finite number greater than 0.
  package static var positive: Self { number("greater than 0") { $0 > 0 } }

  private static func number(
    _ range: String, _ contains: @escaping @Sendable (Double) -> Bool
  ) -> Self {
    ValueParser(accepted: "a finite number \(range)", word: plain) { text in
      Double(decimal: text).flatMap { contains($0) ? $0 : nil }
    }
  }
}

@Sendable private func plain(_ value: Double) -> String {
  let text = "\(value)"
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

/// `small, medium or large`
func alternatives(_ choices: [String]) -> String {
  guard let last = choices.last, choices.count > 1 else { return choices.first ?? "" }
  return choices.dropLast().joined(separator: ", ") + " or " + last
}
