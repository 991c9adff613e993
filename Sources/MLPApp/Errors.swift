import Formats
import Terminal

/// The loss or a probability is not a number any more.
struct Divergence: Error, CustomStringConvertible {
  let epoch: Int
  var description: String {
    "the loss is not a number in epoch \(epoch); try a smaller --learning-rate"
  }
}

/// Prints an error as one line on stderr and gives the exit code that goes with it.
func report(_ error: any Error) -> ExitCode {
  let code = exitCode(of: error)
  if code != .brokenPipe { try? Output.standardError.write("mlp: \(error)\n") }
  return code
}

private func exitCode(of error: any Error) -> ExitCode {
  switch error {
  case is UsageError: .usage
  case is Divergence: .data
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
