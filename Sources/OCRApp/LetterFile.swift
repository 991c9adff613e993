import CLibrary
import Formats
import Learning

/// Letters and the file that they were read from.
struct LetterFile {
  /// What tells the file from others.
  struct Mark: Equatable {
    /// The path as it was given.
    let path: String
    /// The number of letters.
    let count: Int
    /// The SHA-256 of the bytes that were read, decompressed, in hexadecimal.
    let sha256: String
  }

  let letters: DataSet
  /// As it was given.
  let path: String
  private let digest: Digest

  /// Reads a file.
  /// - Throws: as ``Learning/DataSet/letters(_:pixels:classes:)``.
  init(_ path: String, pixels: Int? = nil, classes: Int) throws {
    let bytes = try readFile(path)
    digest = Digest(of: bytes)
    letters = try DataSet.letters(bytes, path: path, pixels: pixels, classes: classes)
    self.path = path
  }

  var mark: Mark { Mark(path: path, count: letters.count, sha256: digest.text()) }
}

/// The SHA-256 of bytes, computed on another thread while this one goes on.
final class Digest: @unchecked Sendable {
  // Sendable: the result belongs to the worker, and who asks waits for it.
  private let worker = Worker()
  private var result = ""

  init(of bytes: [UInt8]) {
    worker.start { [self] in result = SHA256(of: bytes).text }
  }

  func text() -> String {
    worker.wait()
    return result
  }
}
