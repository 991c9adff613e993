import Foundation
import Layers
import Testing

/// The files of `Fixtures/ReferenceOutputs/regression`, written by
/// `Scripts/make_regression_fixtures.py`.
///
/// After a line `case NAME` come matrices: `w 1 2 = 0.5 -1.0`.
struct RegressionFixture: Sendable, CustomTestStringConvertible {
  struct Unreadable: Error {
    let what: String
  }

  let name: String
  private let lines: [Substring]

  var testDescription: String { name }

  /// The matrix of that name.
  func callAsFunction(_ name: String) throws -> Matrix {
    guard let line = lines.first(where: { $0.hasPrefix(name + " ") }) else {
      throw Unreadable(what: "no matrix \(name)")
    }
    let words = line.split(separator: " ")
    let values = words.dropFirst(4).compactMap { Double($0) }
    guard let rows = Int(words[1]), let columns = Int(words[2]), values.count == rows * columns
    else { throw Unreadable(what: String(line.prefix(80))) }
    return Matrix(rows: rows, columns: columns, values)
  }

  /// The matrix of that name, which is 1×1.
  func number(_ name: String) throws -> Double { try self(name)[0, 0] }

  /// All cases of a file, in order.
  static func cases(_ file: String) throws -> [RegressionFixture] {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Fixtures/ReferenceOutputs/regression/\(file)").path
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    let starts = lines.indices.filter { lines[$0].hasPrefix("case ") }
    return starts.map { start in
      RegressionFixture(
        name: String(lines[start].dropFirst(5)),
        lines: lines[(start + 1)...].prefix { !$0.hasPrefix("case ") }.map { $0 })
    }
  }
}
