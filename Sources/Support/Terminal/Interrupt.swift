import CLibrary
import Synchronization

/// Lets a long run stop in an orderly way: SIGINT (Ctrl-C), SIGTERM or SIGHUP asks for it, a second
/// signal kills the process at once. One that is ignored at the start, as `nohup` has it, stays ignored.
package enum Interrupt {
  /// The first signal that came, or 0.
  private static let received = Atomic<Int32>(0)

  /// Has a signal asked the run to stop? Cheap enough to be asked after every example. Once it is
  /// true, it stays so.
  package static var requested: Bool { received.load(ordering: .relaxed) != 0 }

  /// Begins to catch the signals.
  package static func install() {
    var signals = sigset_t()
    sigemptyset(&signals)
    // A global is initialised at its first use, which must not be inside the handler.
    _ = requested
    for number in [SIGHUP, SIGINT, SIGTERM] {
      if isIgnored(signal(number, handler)) { signal(number, SIG_IGN) }
      sigaddset(&signals, number)
    }
    // A parent's thread may have blocked them, and a child inherits that.
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  /// The exit code that says which signal came.
  package static var exitCode: ExitCode {
    switch received.load(ordering: .relaxed) {
    case 0: .success
    case SIGHUP: .hungUp
    case SIGTERM: .terminated
    default: .interrupted
    }
  }

  /// How a training run ends whose results are written.
  /// - Throws: `InterruptedRun` if a signal asked it to stop.
  package static func exitCode(afterEpoch epoch: Int) throws(InterruptedRun) -> ExitCode {
    if requested { throw InterruptedRun(epoch: epoch, exitCode: exitCode) }
    return .success
  }

  /// It may come in the midst of an allocation, so it does only what POSIX allows there. A loop over a
  /// range would be too much: in a debug build the runtime allocates for it, and waits for itself.
  private static let handler: @convention(c) (Int32) -> Void = { number in
    if received.load(ordering: .relaxed) == 0 {
      received.store(number, ordering: .relaxed)
    } else {
      // It kills when this function returns.
      signal(number, SIG_DFL)
      raise(number)
    }
  }
}

/// Whether what `signal` returns is `SIG_IGN`.
private func isIgnored(_ handler: (@convention(c) (Int32) -> Void)?) -> Bool {
  unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
}

/// A training run that a signal stopped, after its last whole epoch.
package struct InterruptedRun: ExitingError, CustomStringConvertible {
  let epoch: Int
  package let exitCode: ExitCode
  package var description: String { "interrupted after epoch \(epoch)" }
}
