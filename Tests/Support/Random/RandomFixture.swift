import Foundation
import TestSupport
import Testing

/// One call on a generator as NumPy made it: `uniform -0.1 0.1 = 0.0097…`.
struct RecordedCall {
  let line: String
  let function: String
  let arguments: [String]
  let drawn: [String]

  init(_ line: Substring) {
    let words = line.split(separator: " ").map(String.init)
    let equals = words.firstIndex(of: "=") ?? words.endIndex
    self.line = String(line)
    function = words.first ?? ""
    arguments = Array(words[..<equals].dropFirst())
    drawn = Array(words[equals...].dropFirst())
  }

  func double(_ index: Int) throws -> Double {
    let argument = try #require(arguments.dropFirst(index).first)
    return try #require(Double(argument))
  }

  func integer(_ index: Int) throws -> Int {
    let argument = try #require(arguments.dropFirst(index).first)
    return try #require(Int(argument))
  }

  /// Whether NumPy drew this one double, to the bit: its text is the shortest that gives it again.
  func drew(_ value: Double) -> Bool {
    drawn.count == 1 && Double(drawn[0])?.bitPattern == value.bitPattern
  }

  func drew(_ values: [some BinaryInteger]) -> Bool { drawn == values.map { "\($0)" } }
}

/// `Fixtures/ReferenceOutputs/random.txt`, written by `Scripts/make_random_fixtures.py`.
enum RandomFixture {
  static let seeds: [UInt32] = [0, 7, 42, .max]

  struct Missing: Error, CustomStringConvertible {
    let description: String
  }

  /// The calls of one case, in order; throws if the file or the case is not there.
  static func calls(_ name: String, seed: UInt32) throws -> [RecordedCall] {
    let lines = try text.get().split(separator: "\n")
    guard let start = lines.firstIndex(of: "case \(name) \(seed)") else {
      throw Missing(description: "random.txt has no case \(name) \(seed)")
    }
    return lines[(start + 1)...].prefix { !$0.hasPrefix("case ") }.map(RecordedCall.init)
  }

  private static let text = Result {
    try String(
      contentsOf: checkoutFile("Fixtures/ReferenceOutputs/random.txt"), encoding: .utf8)
  }
}
