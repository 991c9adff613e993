import GradientCheck
import Harness
import Terminal

/// The whole program `ocr`, for answers of one's own.
public func runOCR(_ submission: any Submission) -> Never {
  Program(
    "ocr", version: "0.1.0",
    summary: "Learn to read handwritten letters, with layers of your own.",
    commands: [
      checkCommand(LayerCheck.all(of: submission)), trainCommand(submission), gradeCommand,
      showCommand,
    ]
  ).run()
}
