import CLibrary
import Testing

@testable import Terminal

@Suite struct InterruptTests {
  /// In processes of their own: the flag stays set, and the second signal kills.
  @Test func theFirstSignalAsks() async {
    await #expect(processExitsWith: .exitCode(7)) {
      catchSignals()
      if Interrupt.requested { exit(1) }
      send(SIGTERM)
      exit(Interrupt.requested ? 7 : 2)
    }
  }

  @Test(arguments: [SIGHUP: 129, SIGINT: 130, SIGTERM: 143])
  func aStoppedRunSaysAfterWhichEpoch(number: Int32, code: Int32) async throws {
    #expect(try Interrupt.exitCode(afterEpoch: 7) == .success)
    await #expect(processExitsWith: .exitCode(code)) { [number] in
      catchSignals()
      send(number)
      let error = #expect(throws: InterruptedRun.self) { try Interrupt.exitCode(afterEpoch: 7) }
      if error?.description != "interrupted after epoch 7" { exit(1) }
      exit(error?.exitCode.rawValue ?? 1)
    }
  }

  /// As `nohup` and a shell's background jobs have it; also when another asks and is sent again.
  @Test func whatIsIgnoredStaysIgnored() async {
    await #expect(processExitsWith: .signal(SIGTERM)) {
      signal(SIGINT, SIG_IGN)
      signal(SIGHUP, SIG_IGN)
      Interrupt.install()
      kill(getpid(), SIGINT)
      kill(getpid(), SIGHUP)
      usleep(100_000)
      if Interrupt.requested { exit(1) }
      send(SIGTERM)
      kill(getpid(), SIGINT)
      kill(getpid(), SIGHUP)
      usleep(100_000)
      send(SIGTERM)
    }
  }

  @Test func theSecondSignalKills() async {
    await #expect(processExitsWith: .signal(SIGINT)) {
      catchSignals()
      send(SIGINT)
      send(SIGINT)
    }
    await #expect(processExitsWith: .signal(SIGTERM)) {
      catchSignals()
      send(SIGINT)
      send(SIGTERM)
    }
  }
}

/// Also where the tests run in a shell's background, and so with SIGINT ignored.
private func catchSignals() {
  for number in [SIGHUP, SIGINT, SIGTERM] { signal(number, SIG_DFL) }
  Interrupt.install()
}

/// Sends a signal to this process. It need not reach this thread, so that takes a moment.
private func send(_ number: Int32) {
  kill(getpid(), number)
  for _ in 0..<1000 where !Interrupt.requested { usleep(1000) }
  usleep(100_000)
}
