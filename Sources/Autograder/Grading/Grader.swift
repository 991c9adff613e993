import CLibrary
import Formats
import Wire

/// Grades a student's program, each part with a process of its own.
public struct Grader: Sendable {
  private let program: [String]
  private let sandbox: Sandbox
  private let limits: Limits
  private let shouldStop: @Sendable () -> Bool

  /// A grader of a program, its path and arguments, that goes on until `shouldStop`.
  public init(
    _ program: [String], in sandbox: Sandbox, _ limits: Limits,
    shouldStop: @escaping @Sendable () -> Bool = { false }
  ) {
    (self.program, self.sandbox, self.limits) = (program, sandbox, limits)
    self.shouldStop = shouldStop
  }

  /// Grades the parts one after the other.
  /// - Parameter report: gets the report so far, before the first part and after each, with the number
  ///   of questions that are done.
  @discardableResult
  public func grade(
    _ questions: [Question], report: (GradeReport, _ done: Int) -> Void
  ) -> GradeReport {
    let clock = ContinuousClock()
    let start = clock.now
    var grades = GradeReport(notYetRun: questions, off: sandbox.off)
    report(grades, 0)
    for i in questions.indices {
      for k in questions[i].parts.indices {
        let part = questions[i].parts[k]
        grades.results[i].parts[k] =
          shouldStop()
          ? PartResult(part, failure: "not run: interrupted")
          : result(of: part, known: Set(grades.results.flatMap(\.parts).compactMap(\.mistake)))
        grades.seconds = start.duration(to: clock.now) / .seconds(1)
        report(grades, k + 1 == questions[i].parts.count ? i + 1 : i)
      }
    }
    return grades
  }

  /// Whether the program can be started at all: its user may not be allowed to, or not to read the
  /// libraries that it needs. It is asked for a function that nobody has.
  public var canStart: Bool {
    let process = AnswersProcess(program, in: sandbox, limits, shouldStop)
    _ = try? process.ask(Request("hello", tensors: []), 1 << 20)
    process.end()
    // What a shell says of a program that it cannot run.
    return process.ending != .exited(126) && process.ending != .exited(127)
  }

  /// What a part's process answered, judged.
  /// - Parameter known: the mistakes that other parts have shown.
  private func result(of part: Part, known: Set<String>) -> PartResult {
    let process = AnswersProcess(program, in: sandbox, limits, shouldStop)
    do throws(FileError) {
      let findings = try part.findings(process.ask, known: known)
      process.end()
      return PartResult(part, findings, usage: process.usage, log: process.log.text)
    } catch {
      process.end()
      return PartResult(part, failure: "could not be graded: \(error)", usage: process.usage)
    }
  }

  /// Lets somebody ask one process of the program, as often as they like.
  package func ask<Result>(_ body: (Ask) throws -> Result) rethrows -> Result {
    let process = AnswersProcess(program, in: sandbox, limits, shouldStop)
    defer { process.end() }
    return try body(process.ask)
  }

  /// What a part's process answered, case by case.
  public func findings(of part: Part) throws(FileError) -> Findings {
    let process = AnswersProcess(program, in: sandbox, limits, shouldStop)
    defer { process.end() }
    return try part.findings(process.ask)
  }
}
