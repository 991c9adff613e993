import CLibrary
import Formats
import Foundation
import TestSupport
import Testing

/// The grader as a program: what a submission may do, and what becomes of it. In the test process
/// itself nothing of this can run: a grader ends all that descends from it.
@Suite(.firstIssues) struct GraderTests {
  private let ocr = Executable("ocr")

  /// The reasons that a shell script as a submission gets, part for part.
  private func reasons(_ script: String, _ options: String...) throws -> Set<String> {
    let scratch = try Scratch()
    let program = try scratch.write("answers", "#!/bin/sh\n" + script + "\n")
    chmod(program, 0o755)
    let run = try ocr(["grade", "--answers", program, "--json", scratch.file("r.json")] + options)
    #expect(run.exitCode == 1, "\(run.errors)")
    let report = try JSON.parse(scratch.bytes("r.json"))
    #expect(report["score"] == .number(0))
    let tests = report["tests"]?.items ?? []
    #expect(tests.count == 30)
    // Where points are lost differs, why does not.
    return Set(tests.compactMap { $0["output"]?.string?.components(separatedBy: " in case")[0] })
  }

  static let scripts: [(script: String, reason: String)] = [
    ("exit 0", "ended without an answer"),
    ("echo last words >&2; exit 3", "exited with status 3: last words"),
    ("printf 'a\\033[2Jb' >&2; exit 1", #"exited with status 1: a\u{1b}[2Jb"#),
    ("kill -ILL $$", "trapped (signal 4)"),
    ("kill -SEGV $$", "was stopped (signal 11)"),
    (
      "echo 'a.swift:2: Fatal error: no' >&2; kill -TRAP $$",
      "trapped (signal 5): no"
    ),
    (
      "echo hello, world",
      #"gave an answer that begins with "hello, w", where the length of a header"#
    ),
    ("exec 1>&-; exec sleep 9", "closed its standard output without an answer"),
    (
      #"printf '\002\0\0\0\0\0\0\0{}\002\0\0\0\0\0\0\0{}'; exec sleep 9"#,
      "gave an answer that nobody asked for"
    ),
    ("yes >&2", "printed "),
    ("head -c 70000000 /dev/zero > file; exit 5", "exited with status 5"),
    ("test -z \"$(ls -A)\" || exit 9; exit 7", "exited with status 7"),
    (
      "env | grep -v -e '^PWD=' -e '^_=' -e '^OLDPWD=' -e '^SHLVL=' | cut -d= -f1 >&2; exit 1",
      "exited with status 1: SWIFT_BACKTRACE"
    ),
    ("ls /proc/self/fd | wc -w >&2; exit 1", "exited with status 1: 4"),
  ]

  @Test(arguments: scripts)
  func whatEndsAPart(_ script: String, _ reason: String) throws {
    try isTold(reason, of: script, [])
  }

  /// The reason that one part gets.
  private func isTold(_ reason: String, of script: String, _ options: [String]) throws {
    let scratch = try Scratch()
    let program = try scratch.write("answers", "#!/bin/sh\n" + script + "\n")
    chmod(program, 0o755)
    let run = try ocr(["grade", "--case", "Q1.1", "--answers", program] + options)
    #expect(run.output.contains("// no answer: \(reason)"), "\(run.output)\(run.errors)")
  }

  static let limits: [(script: String, options: [String], reason: String)] = [
    ("exec sleep 30", ["--time", "0.2"], "did not finish within 0.2 s"),
    ("while :; do :; done", ["--time", "0.2"], "did not finish within 0.2 s"),
    (
      "for i in 1 2 3 4 5 6 7 8; do for j in 1 2 3 4 5; do sleep 9 & done; done; wait", [],
      "ran "
    ),
    // A shell's text of zeros grows until it takes more.
    ("x=$(head -c 200000000 /dev/zero | tr '\\0' x); sleep 9", ["--memory", "64"], "used "),
  ]

  @Test(arguments: limits)
  func limitsAreTold(_ script: String, _ options: [String], _ reason: String) throws {
    try isTold(reason, of: script, options)
  }

  /// Neither a process that left its parent and its session nor a file is there afterwards.
  @Test func nothingIsLeft() throws {
    let mark = "cheat-\(UUID().uuidString)"
    let script =
      "(setsid sh -c 'sleep 77 # \(mark)' &) ; touch /tmp/\(mark) /var/tmp/\(mark); exit 0"
    #expect(try reasons(script) == ["ended without an answer"])
    let processes = ChildProcess.run(["sh", "-c", "cat /proc/[0-9]*/cmdline | tr '\\0' ' '"])
    #expect(!String(decoding: processes.output, as: UTF8.self).contains("sleep 77 # \(mark)"))
    if getuid() == 0 {
      let left = ["/tmp", "/var/tmp"].filter {
        FileManager.default.fileExists(atPath: "\($0)/\(mark)")
      }
      #expect(left == [])
    } else {
      unlink("/tmp/\(mark)")
      unlink("/var/tmp/\(mark)")
    }
  }

  /// As root the answers are another user, who sees nothing of the grader's; else the report says so.
  @Test func whatIsNotProtectedIsSaid() throws {
    let references = checkoutFile("Fixtures/ReferenceOutputs").path
    let found = try reasons("ls -A '\(references)' | wc -w >&2; id -u >&2; exit 1")
    let report = try ocr(["grade", "--as", "0"])
    if getuid() == 0 {
      #expect(found != ["exited with status 1: 0"])
      #expect(report.output.contains("off: a user of its own: the answers run as root"))
    } else {
      #expect(
        report.errors == "ocr: --as is for root: only root can run a program as another user\n")
      #expect(try ocr(["grade"]).output.contains("off: the grader's files: "))
    }
  }
}

extension JSON {
  var items: [JSON]? { if case .array(let items) = self { items } else { nil } }
}
