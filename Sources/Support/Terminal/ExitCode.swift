import Formats

/// What a program tells the shell at its end: BSD's `sysexits.h`, and 128 + the signal's number
/// where a shell would say the same.
package enum ExitCode: Int32, CaseIterable, Sendable {
  case success = 0
  case failure = 1
  case usage = 64
  case data = 65
  case noInput = 66
  case `internal` = 70
  case cannotCreate = 73
  case inputOutput = 74
  case hungUp = 129
  case interrupted = 130
  case brokenPipe = 141
  case terminated = 143

  /// What the code stands for, as help says it.
  var meaning: String {
    switch self {
    case .success: "success"
    case .failure: "a check failed"
    case .usage: "wrong usage"
    case .data: "bad data"
    case .noInput: "input cannot be opened"
    case .internal: "internal error"
    case .cannotCreate: "output cannot be created"
    case .inputOutput: "reading or writing failed"
    case .hungUp: "the terminal went away"
    case .interrupted: "interrupted"
    case .brokenPipe: "the reader of the output went away"
    case .terminated: "terminated"
    }
  }

  /// What a program ends with that meets an error: `.internal` where nothing says better.
  init(of error: any Error) {
    self =
      switch error {
      case let error as any ExitingError: error.exitCode
      case is any DataError: .data
      default: .internal
      }
  }
}

/// An error that says how the program that meets it ends.
package protocol ExitingError: Error {
  var exitCode: ExitCode { get }
}

extension FileError: ExitingError {
  package var exitCode: ExitCode {
    switch kind {
    case .noInput: .noInput
    case .data: .data
    case .cannotCreate: .cannotCreate
    case .inputOutput: .inputOutput
    }
  }
}
