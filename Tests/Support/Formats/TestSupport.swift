import Foundation
import Testing

@testable import Formats

/// A file's contents that must be refused, and all that the error must say.
struct Malformed: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  let line: Int?
  let column: Int?
  let message: String

  var testDescription: String { name }

  init(_ name: String, _ bytes: [UInt8], _ line: Int?, _ column: Int?, _ message: String) {
    self.name = name
    self.bytes = bytes
    self.line = line
    self.column = column
    self.message = message
  }

  init(_ name: String, _ text: String, _ line: Int, _ column: Int, _ message: String) {
    self.init(name, Array(text.utf8), line, column, message)
  }

  /// The error that must be thrown for the file `path`.
  func error(path: String) -> FileError {
    FileError(.data, path: path, line: line, column: column, message)
  }
}

/// The path of a file that `Scripts/make_format_fixtures.py` wrote.
func fixture(_ name: String) -> String {
  URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Fixtures/Formats/\(name)").path
}

/// Runs `body` with a new directory, which is removed afterwards.
func withTemporaryDirectory(_ body: (String) throws -> Void) throws {
  let directory = FileManager.default.temporaryDirectory
    .appending(path: "formats-\(UUID().uuidString)").path
  try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: false)
  defer { try? FileManager.default.removeItem(atPath: directory) }
  try body(directory)
}

/// The names in a directory, hidden ones too.
func contents(of directory: String) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
}
