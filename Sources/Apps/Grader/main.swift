import GradeCommand
import Terminal

// `ocr grade` starts this program under its own name, by which messages begin.
let name = CommandLine.arguments[0] == "ocr" ? "ocr" : "grader"

Program(
  name, version: "0.1.0", command: GradeOptions.command(name, example: "grader", run: grade)
).run()
