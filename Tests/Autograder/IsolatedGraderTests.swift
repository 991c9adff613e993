import Formats
import Testing

@testable import Autograder

/// Children are shell scripts that see the question's right answer as `$1`.
struct IsolatedGraderTests {
  let prediction = Question.all[3]
  let answer: String

  init() throws {
    answer = try prediction.grade(PackageSubmission(), .find()).answer
  }

  @Test(arguments: [
    #"echo "$1""#,
    #"printf %s "$1""#,
    #"echo debug output; echo; echo "$1""#,
    #"echo complaint >&2; echo "$1""#,
    #"yes | head -c 3000000; yes | head -c 3000000 >&2; echo "$1""#,
    #"cat; echo "$1""#,
    #"printenv PATH >/dev/null && test "$SWIFT_BACKTRACE" = enable=no && echo "$1""#,
  ])
  func answers(_ script: String) {
    #expect(failures(script) == [])
  }

  @Test(arguments: [
    ("", "gave no result"),
    ("echo garbage", #"gave no result, but "garbage""#),
    (#"echo "$1"; echo garbage"#, #"gave no result, but "garbage""#),
    (#"echo "{}""#, #"gave no result, but "{}""#),
    (#"printf '\377\033[2J\n'"#, #"gave no result, but "\xff\u{1b}[2J""#),
    (#"echo "$1"; exit 3"#, "exited with status 3"),
    ("echo first >&2; echo last words >&2; exit 66", "exited with status 66: last words"),
    (
      "printf 'a.swift:2: Fatal error: no\\033[2J\\n0 stack trace\\n' >&2; kill -ILL $$",
      "trapped (signal 4): a.swift:2: Fatal error: no?[2J"
    ),
    ("exec >&-; sleep 0.1; echo late words >&2; exit 1", "exited with status 1: late words"),
    ("kill -ILL $$", "trapped (signal 4)"),
    ("kill -TRAP $$", "trapped (signal 5)"),
    (#"echo "$1"; kill -SEGV $$"#, "was stopped (signal 11)"),
  ])
  func failsToAnswer(_ script: String, _ reason: String) {
    #expect(failures(script) == [reason])
  }

  @Test(arguments: [
    "exec sleep 30", "exec yes", "exec yes >&2", "exec >&- 2>&-; sleep 30 & wait",
    "trap '' TERM INT; while :; do :; done",
  ])
  func isKilledWhenTheTimeIsOver(_ script: String) {
    let clock = ContinuousClock()
    let duration = clock.measure {
      let failures = failures(script, timeLimit: 0.25)
      #expect(failures.count == 1)
      #expect(failures.first?.hasPrefix("did not finish within 0.25 s") == true)
    }
    #expect(duration >= .seconds(0.25) && duration < .seconds(10))
  }

  @Test func aMissingProgramIsAReason() {
    let grader = IsolatedGrader { _ in ["/nowhere/ocr", "grade"] }
    let report = grader.grade([prediction]) { _ in }
    #expect(
      report.results[0].failures == ["could not be started: No such file or directory"])
  }

  @Test func theReportIsValidAtEveryMoment() throws {
    let grader = IsolatedGrader { question in
      ["/bin/sh", "-c", question.id == "Q4" ? #"echo "$1""# : "kill -ILL $$", "sh", answer]
    }
    var scores: [Double] = []
    let last = try grader.grade { report in
      _ = try JSON.parse(Array(report.gradescopeResults.text.utf8))
      #expect(report.points == 100)
      scores.append(report.score)
    }
    #expect(scores == [0, 0, 0, 0, 10, 10, 10])
    #expect(last.results.map(\.failures.first).filter { $0 == "trapped (signal 4)" }.count == 5)
  }

  private func failures(_ script: String, timeLimit: Double = 60) -> [String] {
    let grader = IsolatedGrader(timeLimit: timeLimit) { _ in
      ["/bin/sh", "-c", script, "sh", answer]
    }
    return grader.grade([prediction]) { _ in }.results[0].failures
  }
}
