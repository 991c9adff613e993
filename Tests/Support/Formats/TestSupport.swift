import Formats
import Foundation
import TestSupport
import Testing

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

/// The path of a file in `Fixtures/Formats`, which a script wrote.
func fixture(_ name: String) -> String {
  checkoutFile("Fixtures/Formats/\(name)").path
}

/// The bytes of such a file as they are stored, compressed or not.
func storedBytes(_ name: String) throws -> [UInt8] {
  Array(try Data(contentsOf: checkoutFile("Fixtures/Formats/\(name)")))
}
