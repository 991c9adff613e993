import CLibrary
import Synchronization
import Wire

/// The grader's ends of the standard streams, kept from everything else in the process.
///
/// Standard output is the way of the answers only until ``open()``: then it leads where standard error
/// does, and standard input is at its end. So what a submission prints is a log, never an answer.
enum AnswerChannel {
  /// Where answers go; nil while nobody asks.
  private static let output = Mutex<CInt?>(nil)

  /// Whether there is somebody to answer.
  static var isOpen: Bool { output.withLock { $0 != nil } }

  /// Takes the streams.
  /// - Returns: where requests come from.
  static func open() -> CInt {
    // The grader may be gone when an answer comes.
    signal(SIGPIPE, SIG_IGN)
    let (requests, answers) = (moved(STDIN_FILENO), moved(STDOUT_FILENO))
    let null = CLibrary.open("/dev/null", O_RDONLY)
    dup2(null, STDIN_FILENO)
    close(null)
    dup2(STDERR_FILENO, STDOUT_FILENO)
    printLineByLine()
    output.withLock { $0 = answers }
    return requests
  }

  /// Sends an answer; without anybody to read it the process ends.
  static func send(_ answer: Answer) {
    let isSent = output.withLock { output in
      output.map { writeAll(answer.bytes, to: $0) } ?? false
    }
    if !isSent { exit(EXIT_FAILURE) }
  }

  /// A stream's new number, which no program that is started inherits.
  private static func moved(_ descriptor: CInt) -> CInt {
    fcntl(descriptor, F_DUPFD_CLOEXEC, 10)
  }
}
