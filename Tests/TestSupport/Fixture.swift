import Foundation
import Layers
import Testing

/// A file of `Fixtures/ReferenceOutputs`, by its path there.
public func referenceFile(_ path: String) -> URL {
  checkoutFile("Fixtures/ReferenceOutputs").appending(path: path)
}

/// One case of a text file of reference outputs: the lines between `case NAME` and the next case.
///
/// A line may be a matrix: `w 1 2 = 0.5 -1.0`.
public struct Fixture: Sendable, CustomTestStringConvertible {
  /// A file, a case or a matrix that is not there or cannot be read.
  public struct Unreadable: Error, CustomStringConvertible {
    /// What is wrong.
    public let description: String

    package init(_ description: String) { self.description = description }
  }

  /// What stands behind `case`.
  public let name: String
  /// The lines of the case.
  public let lines: [Substring]

  /// The name.
  public var testDescription: String { name }

  /// All cases of a file, in order.
  public static func cases(_ file: String) throws -> [Fixture] {
    let lines = try lines(of: file)
    let starts = lines.indices.filter { lines[$0].hasPrefix("case ") }
    return starts.map { start in
      Fixture(
        name: String(lines[start].dropFirst("case ".count)),
        lines: Array(lines[(start + 1)...].prefix { !$0.hasPrefix("case ") }))
    }
  }

  /// The cases of one name, in order.
  /// - Throws: `Unreadable` when there is none.
  public static func cases(_ file: String, _ name: String) throws -> [Fixture] {
    let cases = try cases(file).filter { $0.name == name }
    if cases.isEmpty { throw Unreadable("\(file) has no case \(name)") }
    return cases
  }

  /// The lines of a file that are not empty.
  public static func lines(of file: String) throws -> [Substring] {
    try text(of: referenceFile(file)).split(separator: "\n")
  }

  /// The matrix of that name.
  public func callAsFunction(_ name: String) throws -> Matrix {
    guard let line = lines.first(where: { $0.hasPrefix(name + " ") }) else {
      throw Unreadable("case \(self.name) has no matrix \(name)")
    }
    let words = line.split(separator: " ")
    let values = words.dropFirst(4).compactMap { Double($0) }
    guard let rows = Int(words[1]), let columns = Int(words[2]),
      values.count == words.count - 4, values.count == rows * columns
    else { throw Unreadable("case \(self.name): \(line.prefix(80))…") }
    return Matrix(rows: rows, columns: columns, values)
  }

  /// The matrix of that name, which is 1×1.
  public func number(_ name: String) throws -> Double { try self(name)[0, 0] }
}
