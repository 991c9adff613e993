import CLibrary
import Testing

@testable import Terminal

@Suite struct InterruptTests {
  /// In processes of their own: the flag stays set, and the second signal kills.
  @Test func theFirstSignalAsks() async {
    await #expect(processExitsWith: .exitCode(7)) {
      Interrupt.install()
      if Interrupt.requested { exit(1) }
      send(SIGTERM)
      exit(Interrupt.requested ? 7 : 2)
    }
  }

  @Test func aStoppedRunSaysAfterWhichEpoch() async throws {
    #expect(try Interrupt.exitCode(afterEpoch: 7) == .success)
    await #expect(processExitsWith: .exitCode(130)) {
      Interrupt.install()
      send(SIGINT)
      let error = #expect(throws: InterruptedRun.self) { try Interrupt.exitCode(afterEpoch: 7) }
      if error?.description != "interrupted after epoch 7" { exit(1) }
      exit(error?.exitCode.rawValue ?? 1)
    }
  }

  @Test func theSecondSignalKills() async {
    await #expect(processExitsWith: .signal(SIGINT)) {
      Interrupt.install()
      send(SIGINT)
      send(SIGINT)
    }
    await #expect(processExitsWith: .signal(SIGTERM)) {
      Interrupt.install()
      send(SIGINT)
      send(SIGTERM)
    }
  }
}

/// Sends a signal to this process. It need not reach this thread, so that takes a moment.
private func send(_ number: Int32) {
  kill(getpid(), number)
  for _ in 0..<1000 where !Interrupt.requested { usleep(1000) }
  usleep(100_000)
}
