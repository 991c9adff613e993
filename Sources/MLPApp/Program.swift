import Terminal

/// The command line of `mlp`, as data: one command, so its name is not typed.
let program = Program(
  "", version: "0.1.0", summary: mlpCommand.summary, commands: [mlpCommand])

/// Carries out a command line and says how it ended; what went wrong is one line on stderr.
func run(_ words: [String]) -> ExitCode {
  do {
    if words.first == "--version" {
      try Output.standard.write("mlp \(program.version)\n")
      return .success
    }
    switch try program.parse([mlpCommand.name] + words) {
    case .print(let text):
      try Output.standard.write(text)
      return .success
    case .run(_, let arguments): return try train(arguments)
    }
  } catch {
    return report(error)
  }
}
