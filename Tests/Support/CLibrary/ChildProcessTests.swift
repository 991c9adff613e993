import CLibrary
import Testing

struct ChildProcessTests {
  /// More than pipes hold, in both directions at once.
  @Test func inputIsWrittenWhileOutputIsRead() {
    let input = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7) }
    let run = ChildProcess.run(["cat"], input: input, outputLimit: input.count)
    #expect(run.ending == .exited(0))
    #expect(run.output == input)
  }

  /// Nor does the signal of a broken pipe end this process.
  @Test(arguments: ["exit 3", "head -c 1 >/dev/null; exit 3", "exec <&-; sleep 0.1; exit 3"])
  func whoDoesNotReadIsNotWaitedFor(script: String) {
    let input = [UInt8](repeating: 1, count: 1_000_000)
    #expect(ChildProcess.run(["sh", "-c", script], input: input).ending == .exited(3))
  }

  @Test func outputIsLimited() {
    for (limit, ending) in [(5, ChildProcess.Ending.exited(0)), (4, .wroteTooMuch)] {
      let run = ChildProcess.run(["printf", "%s", "12345"], outputLimit: limit)
      #expect(run.ending == ending)
      #expect(run.output.count == 5)
    }
    let endless = ChildProcess.run(["yes"], outputLimit: 1_000_000)
    #expect(endless.ending == .wroteTooMuch)
    #expect(endless.output.count == 1_000_001)
  }

  @Test func theEndIsKeptOfWhatIsNotLimited() {
    let script = "yes | head -c 3000000; printf end; yes | head -c 3000000 >&2; printf end >&2"
    let run = ChildProcess.run(["sh", "-c", script])
    for text in [run.output, run.errors] {
      #expect(text.suffix(3).elementsEqual("end".utf8))
      #expect(1 << 18...1 << 19 ~= text.count)
    }
  }

  @Test func variablesReplaceThisProcesss() {
    setenv("CHILD_PROCESS_TEST", "old", 1)
    setenv("CHILD_PROCESS_TEST_2", "kept", 1)
    let script = #"printf %s "$CHILD_PROCESS_TEST $CHILD_PROCESS_TEST_2""#
    let run = ChildProcess.run(
      ["sh", "-c", script], variables: ["CHILD_PROCESS_TEST=new=er"], outputLimit: 100)
    #expect(String(decoding: run.output, as: UTF8.self) == "new=er kept")
  }

  @Test func endingsAreTold() {
    #expect(ChildProcess.run(["sh", "-c", "kill -KILL $$"]).ending == .signalled(SIGKILL))
    #expect(ChildProcess.run(["sleep", "30"], timeLimit: 0.1).ending == .timedOut)
    let missing = ChildProcess.run(["no program of this name"])
    #expect(missing.ending == .failed("No such file or directory"))
  }

  /// In a process of its own, any of whose standard streams are closed.
  @Test func closedStreamsAreNotMistakenForPipes() async {
    await #expect(processExitsWith: .exitCode(7)) {
      let streams: ClosedRange<CInt> = 0...2
      let copies = streams.map { fcntl($0, F_DUPFD_CLOEXEC, 100) }
      for closed in 0..<8 {
        for stream in streams where closed >> stream & 1 == 1 { close(stream) }
        let run = ChildProcess.run(
          ["sh", "-c", "cat; printf errors >&2"], input: Array("input".utf8), outputLimit: 100)
        for stream in streams { dup2(copies[Int(stream)], stream) }
        let isRight = run.output == Array("input".utf8) && run.errors == Array("errors".utf8)
        if !isRight || run.ending != .exited(0) { exit(CInt(10 + closed)) }
      }
      exit(7)
    }
  }

  /// Neither children nor open files are left behind.
  @Test func nothingIsLeftBehind() async {
    await #expect(processExitsWith: .exitCode(7)) {
      func openFiles() -> Int { (0..<500 as Range<CInt>).count { fcntl($0, F_GETFD) >= 0 } }
      let before = openFiles()
      for _ in 0..<10 {
        for program in ["cat", "yes", "no program of this name"] {
          _ = ChildProcess.run([program], input: [1], outputLimit: 10)
        }
      }
      // Another thread of the test runner may have opened one.
      let isTidy = openFiles() < before + 10
      exit(isTidy && waitpid(-1, nil, 0) == -1 && errno == ECHILD ? 7 : 1)
    }
  }
}
