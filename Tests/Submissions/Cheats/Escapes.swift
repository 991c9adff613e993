import CTricks
import Foundation
import Harness

/// Processes that are hard to find, to stop or to wait for.
let escapes: [Cheat] = [
  .doing("chain-of-children") {
    // Three at a time, each for a moment, for at most five seconds.
    let end = ContinuousClock.now + .seconds(5)
    for _ in 0..<3 where fork() == 0 { runAway(until: end) }
    exit(0)
  },
  .doing("siblings") {
    // At most five.
    for _ in 0..<5 where fork_sibling() == 0 {
      sleep(15)
      _exit(0)
    }
    exit(0)
  },
  .doing("grandchild-is-another-program") {
    inGrandchild(leavesSession: true) {
      for descriptor in 0..<64 as Range<CInt> { close(descriptor) }
      var words = [strdup("kworker/0:1"), strdup("15"), nil]
      execv("/bin/sleep", &words)
    }
    exit(0)
  },
  .doing("stops-itself") { kill(getpid(), SIGSTOP) },
  .doing("closes-everything") {
    for descriptor in 0..<64 as Range<CInt> { close(descriptor) }
    sleep(15)
  },
  .doing("ignores-signals") {
    for signal in 1..<64 as Range<CInt> where signal != SIGALRM {
      _ = Foundation.signal(signal, SIG_IGN)
    }
    sleep(15)
  },
]

/// Is another process every few microseconds.
private func runAway(until end: ContinuousClock.Instant) -> Never {
  setsid()
  while ContinuousClock.now < end {
    if fork() > 0 { _exit(0) }
  }
  _exit(0)
}
