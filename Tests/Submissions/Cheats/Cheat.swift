import Foundation
import Harness
import Layers

/// A way to points without work: a name, and the submission that tries it.
struct Cheat: Sendable {
  let name: String
  let submission: @Sendable () -> any Submission

  init(_ name: String, submission: @escaping @Sendable () -> any Submission) {
    (self.name, self.submission) = (name, submission)
  }

  /// Something that is done when a module or a function is called, which does nothing else.
  static func doing(_ name: String, _ act: @escaping @Sendable () -> Void) -> Cheat {
    Cheat(name) { Acting { _, _ in act() } }
  }

  /// Something that is put into every matrix that is asked for.
  static func filling(_ name: String, _ fill: @escaping Acting.Fill) -> Cheat {
    Cheat(name) { Acting(fill: fill) }
  }
}

let allCheats =
  yardsticks + forgeries + answers + messages + files + folders + processes + escapes + system
  + resources

/// Goes on only as one of the numbers that `ocr grade` hands out to answers: whatever a cheat may do to
/// a process or a file, it may do to all of its user's.
func requireUserOfItsOwn() {
  let numbers: Range<uid_t> = 61184..<65280
  if numbers.contains(getuid()), numbers.contains(geteuid()) { return }
  // Standard output is still the way of answers.
  dup2(STDERR_FILENO, STDOUT_FILENO)
  gotIn("this runs as user \(getuid())")
  exit(64)
}

/// Where anybody may write.
let commonFolders = ["/tmp", "/var/tmp", "/dev/shm", "/run/lock"]

/// Says that something worked that must not: try_cheats.py looks for it in the log.
func gotIn(_ what: String) { print("GOT IN: \(what)") }

typealias Fork = @convention(c) () -> Int32

/// Swift does not let one call it by its name.
func fork() -> Int32 { unsafeBitCast(dlsym(nil, "fork"), to: Fork.self)() }

/// Does something in a process whose parent is gone.
func inGrandchild(leavesSession: Bool, _ act: () -> Void) {
  let child = fork()
  if child == 0 {
    if leavesSession { setsid() }
    if fork() == 0 { act() }
    _exit(0)
  }
  waitpid(child, nil, 0)
}
