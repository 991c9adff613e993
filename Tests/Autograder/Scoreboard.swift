import CLibrary
import Synchronization

/// The grades of the package, shown when the test process ends: after Swift Testing's own summary,
/// so that they are the last thing a person sees of `swift test`.
enum Scoreboard {
  private static let text = Mutex("")

  /// Keeps a table for the end.
  static func showAtEnd(_ table: String) {
    text.withLock { $0 = table }
    atexit {
      let bytes = Array("\nAutograder\n\(Scoreboard.text.withLock { $0 })".utf8)
      _ = write(STDOUT_FILENO, bytes, bytes.count)
    }
  }
}
