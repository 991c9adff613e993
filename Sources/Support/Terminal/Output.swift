import CLibrary

/// A file descriptor that text is written to, whole or with an error.
package struct Output: Sendable {
  /// Results.
  package static let standard = Output(descriptor: 1)
  /// Messages and progress.
  package static let standardError = Output(descriptor: 2)

  /// An open one, which stays the caller's.
  let descriptor: Int32

  /// Makes a write to a pipe that nobody reads any more (`ocr predict … | head`) throw instead
  /// of killing the process, so that files under way can still be finished or removed. The
  /// program then ends quietly with `OutputError.exitCode`, the 141 a shell shows for such a
  /// kill. So does a write beyond the limit on a file's size. To be called first in `main`.
  static func makeFailedWritesThrow() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Writes all of `text`; throws what `write(2)` reports (a full disk, a closed pipe).
  package func write(_ text: String) throws(OutputError) {
    if !writeAll(Array(text.utf8), to: descriptor) {
      throw OutputError(descriptor: descriptor, code: errno)
    }
  }
}

/// A failed write.
package struct OutputError: ExitingError, CustomStringConvertible, Equatable {
  let descriptor: Int32
  /// The `errno` of the failed call.
  let code: Int32

  /// Where the reader went away, the program ends without a message.
  package var exitCode: ExitCode { code == EPIPE ? .brokenPipe : .inputOutput }

  /// `standard output: No space left on device`
  package var description: String {
    let names: [Int32: String] = [1: "standard output", 2: "standard error"]
    let name = names[descriptor] ?? "descriptor \(descriptor)"
    return "\(name): \(systemError(code))"
  }
}
