import CLibrary

/// A file descriptor that text is written to, whole or with an error.
public struct Output: Sendable {
  /// Results.
  public static let standard = Output(descriptor: 1)
  /// Messages and progress.
  public static let standardError = Output(descriptor: 2)

  let descriptor: Int32

  /// Writes to an open file descriptor, which stays the caller's.
  public init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Makes a write to a pipe that nobody reads any more (`ocr predict … | head`) throw instead
  /// of killing the process, so that files under way can still be finished or removed. The
  /// program then ends quietly with `OutputError.exitCode`, the 141 a shell shows for such a
  /// kill. So does a write beyond the limit on a file's size. To be called first in `main`.
  public static func makeFailedWritesThrow() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Writes all of `text`; throws what `write(2)` reports (a full disk, a closed pipe).
  public func write(_ text: String) throws(OutputError) {
    if !writeAll(Array(text.utf8), to: descriptor) {
      throw OutputError(descriptor: descriptor, code: errno)
    }
  }
}

/// A failed write.
public struct OutputError: Error, CustomStringConvertible, Equatable {
  let descriptor: Int32
  /// The `errno` of the failed call.
  public let code: Int32

  /// Did the reader go away? Then the program should end without a message.
  public var isBrokenPipe: Bool { code == EPIPE }

  /// What the program should exit with.
  public var exitCode: ExitCode { isBrokenPipe ? .brokenPipe : .inputOutput }

  /// `standard output: No space left on device`
  public var description: String {
    let names: [Int32: String] = [1: "standard output", 2: "standard error"]
    let name = names[descriptor] ?? "descriptor \(descriptor)"
    return "\(name): \(systemError(code))"
  }
}
