import Terminal

/// The command line of `regression`, as data.
let program = Program(
  "regression", version: "0.1.0",
  summary: "Fit a function to points, or tell classes apart, with computation graphs.",
  commands: [linearCommand, ridgeCommand, mlpCommand, multiclassCommand])

/// Carries out a command line and says how it ended; what went wrong is one line on stderr.
func run(_ words: [String]) -> ExitCode {
  do {
    switch try program.parse(words) {
    case .print(let text):
      try Output.standard.write(text)
      return .success
    case .run("multiclass", let arguments): return try classify(arguments)
    case .run(let command, let arguments): return try fit(command, arguments)
    }
  } catch {
    return report(error)
  }
}
