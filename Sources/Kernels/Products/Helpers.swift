import CLibrary
import Synchronization

/// Calls `body` with every number below `parts`, on this thread and on those of other processors that
/// have nothing to do.
func forEachPart(of parts: Int, _ body: @Sendable (Int) -> Void) {
  let next = Atomic(0)
  let takeParts: @Sendable () -> Void = {
    while case let part = next.add(1, ordering: .relaxed).oldValue, part < parts { body(part) }
  }
  let helpers = idleHelpers.withLock { idle in
    let taken = Array(idle.suffix(parts - 1))
    idle.removeLast(taken.count)
    return taken
  }
  withoutActuallyEscaping(takeParts) { takeParts in
    for helper in helpers { helper.start(takeParts) }
    takeParts()
    for helper in helpers { helper.wait() }
  }
  idleHelpers.withLock { $0 += helpers }
}

/// A thread for each further processor, as far as the system has them.
private let idleHelpers = Mutex((1..<processorCount).map { _ in Worker() }.filter(\.isThread))
