import CLibrary
import Synchronization

/// Lets a long run stop in an orderly way: SIGINT (Ctrl-C) or SIGTERM asks for it, a second one
/// kills the process at once.
package enum Interrupt {
  private static let flag = Atomic<Bool>(false)

  /// Has a signal asked the run to stop? Cheap enough to be asked after every example.
  package static var requested: Bool { flag.load(ordering: .relaxed) }

  /// Begins to catch the signals.
  package static func install() {
    // A global is initialised at its first use, which must not be inside the handler.
    _ = requested
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM] {
      signal(number, handler)
      sigaddset(&signals, number)
    }
    // A parent's thread may have blocked them, and a child inherits that.
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  /// How a training run ends whose results are written.
  /// - Throws: `InterruptedRun` if a signal asked it to stop.
  package static func exitCode(afterEpoch epoch: Int) throws(InterruptedRun) -> ExitCode {
    if requested { throw InterruptedRun(epoch: epoch) }
    return .success
  }

  /// Only an atomic store and `signal`, which POSIX allows in a handler.
  private static let handler: @convention(c) (Int32) -> Void = { _ in
    flag.store(true, ordering: .relaxed)
    signal(SIGINT, SIG_DFL)
    signal(SIGTERM, SIG_DFL)
  }
}

/// A training run that a signal stopped, after its last whole epoch.
package struct InterruptedRun: ExitingError, CustomStringConvertible {
  let epoch: Int
  package var exitCode: ExitCode { .interrupted }
  package var description: String { "interrupted after epoch \(epoch)" }
}
