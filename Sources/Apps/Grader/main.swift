import GradeCommand
import Terminal

Program(
  "grader", version: "0.1.0",
  command: GradeOptions.command("grader", example: "grader", run: grade)
).run()
