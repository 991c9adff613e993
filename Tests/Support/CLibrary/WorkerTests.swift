import CLibrary
import Testing

struct WorkerTests {
  @Test func worksOnAnotherThread() {
    let worker = Worker()
    nonisolated(unsafe) var place: pthread_t?
    worker.start { place = pthread_self() }
    worker.wait()
    #expect(worker.isThread)
    #expect(place != nil && place != pthread_self())
  }

  /// What the work wrote is there after each wait, and after the last one at the worker's end.
  @Test func doesOnePieceAfterTheOther() {
    nonisolated(unsafe) var sum = 0
    do {
      let worker = Worker()
      worker.wait()
      for k in 1...1000 {
        worker.start { sum += k }
        worker.wait()
        #expect(sum == k * (k + 1) / 2)
      }
      worker.start {
        usleep(20_000)
        sum = -1
      }
    }
    #expect(sum == -1)
  }

  /// An object that the work holds goes before the wait is over.
  @Test func letsGoOfItsWork() {
    final class Held: Sendable {}
    let worker = Worker()
    for _ in 0..<100 {
      var held: Held? = Held()
      weak let seen = held
      worker.start { [held] in _ = held }
      held = nil
      worker.wait()
      #expect(seen == nil)
    }
  }

  #if os(Linux)
    /// A limit on the memory leaves no place for a thread's stack.
    @Test func worksInTheCallersThreadWhereThereIsNoOther() async {
      await #expect(processExitsWith: .exitCode(7)) {
        var limit = rlimit(rlim_cur: 1, rlim_max: 1)
        setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
        let worker = Worker()
        nonisolated(unsafe) var place: pthread_t?
        worker.start { place = pthread_self() }
        worker.wait()
        exit(!worker.isThread && place == pthread_self() ? 7 : 1)
      }
    }
  #endif
}
