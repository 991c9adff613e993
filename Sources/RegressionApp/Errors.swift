import Formats
import Regression
import Terminal

/// Prints an error as one line on stderr and gives the exit code that goes with it.
func report(_ error: any Error) -> ExitCode {
  let code = exitCode(of: error)
  if code != .brokenPipe { try? Output.standardError.write("regression: \(error)\n") }
  return code
}

private func exitCode(of error: any Error) -> ExitCode {
  switch error {
  case is UsageError: .usage
  case is DivergenceError: .data
  case let error as OutputError: error.exitCode
  case let error as FileError:
    switch error.kind {
    case .noInput: .noInput
    case .data: .data
    case .cannotCreate: .cannotCreate
    case .inputOutput: .inputOutput
    }
  default: .internal
  }
}
