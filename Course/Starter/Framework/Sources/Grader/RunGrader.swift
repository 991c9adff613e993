import GradeCommand
import Terminal

/// The whole program `grader`, which `ocr grade` becomes.
public func runGrader() -> Never {
  let name = CommandLine.arguments[0] == "ocr" ? "ocr" : "grader"
  Program(
    name, version: "0.1.0", command: GradeOptions.command(name, example: "grader", run: grade)
  ).run()
}
