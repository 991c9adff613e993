import Terminal

/// The command line of `ocr`, as data.
let program = Program(
  "ocr", version: "0.1.0",
  summary: "Learn to read handwritten letters with a one-hidden-layer network.",
  commands: [
    trainCommand, evaluateCommand, predictCommand, showCommand, checkCommand, gradeCommand,
  ])

/// Carries out a command line and says how it ended; what went wrong is one line on stderr.
func run(_ words: [String]) -> ExitCode {
  do {
    switch try program.parse(words) {
    case .print(let text):
      try Output.standard.write(text)
      return .success
    case .run("train", let arguments): return try train(arguments)
    case .run("evaluate", let arguments): return try evaluate(arguments)
    case .run("predict", let arguments): return try predict(arguments)
    case .run("show", let arguments): return try show(arguments)
    case .run("check", let arguments): return try check(arguments)
    case .run("grade", let arguments): return try grade(arguments)
    case .run(let command, _): throw UsageError("unknown command \"\(command)\"")
    }
  } catch {
    return report(error)
  }
}
