/// A program that ran in a process of its own.
package struct ChildProcess {
  /// How it ended.
  package enum Ending: Error, Equatable {
    case exited(CInt)
    case signalled(CInt)
    /// It was killed because its time was over.
    case timedOut
    /// It was killed because it wrote more than it may.
    case wroteTooMuch
    /// It could not be started, or the system does not say how it ended.
    case failed(String)

    /// How it ended, where that was not well; SIGILL and SIGTRAP are how Swift stops a program whose
    /// precondition does not hold.
    package func words(timeLimit: String) -> String {
      switch self {
      case .exited(let status): "exited with status \(status)"
      case .signalled(let number) where number == SIGILL || number == SIGTRAP:
        "trapped (signal \(number))"
      case .signalled(let number): "was stopped (signal \(number))"
      case .timedOut, .wroteTooMuch: "did not finish within \(timeLimit) s"
      case .failed(let message): "could not be started: \(message)"
      }
    }
  }

  package let ending: Ending
  /// What it wrote to standard output.
  package var output: [UInt8] = []
  /// The end of what it wrote to standard error.
  package var errors: [UInt8] = []

  /// Runs a program until it ends, its time is over or it has written too much; then it is killed.
  /// - Parameters:
  ///   - command: the program's path, or its name to be found by `PATH`, and its arguments.
  ///   - input: what it reads from standard input.
  ///   - variables: environment variables, `NAME=value`, in addition to or instead of this process's.
  ///   - timeLimit: in seconds.
  ///   - outputLimit: the number of bytes that it may write to standard output; nil for any number,
  ///     the end of which is kept.
  ///   - expectedOutput: how many bytes that may be; memory for them is reserved.
  package static func run(
    _ command: [String], input: [UInt8] = [], variables: [String] = [],
    timeLimit: Double = .infinity, outputLimit: Int? = nil, expectedOutput: Int = 0
  ) -> ChildProcess {
    let deadline = timeLimit < .infinity ? ContinuousClock.now + .seconds(timeLimit) : nil
    do throws(Ending) {
      let (child, streams) = try start(command, inheriting: .all(with: variables))
      var exchange = Exchange(
        streams, input: input, outputLimit: outputLimit, expectedOutput: expectedOutput)
      let ending = exchange.run(until: deadline) ?? waitForEnd(of: child, until: deadline)
      if ending == .timedOut || ending == .wroteTooMuch {
        kill(child, SIGKILL)
        _ = waitForEnd(of: child, until: nil)
      }
      return ChildProcess(ending: ending, output: exchange.output, errors: exchange.errors)
    } catch {
      return ChildProcess(ending: error)
    }
  }
}

/// Waits until a child ends, or the deadline is over.
private func waitForEnd(
  of child: pid_t, until deadline: ContinuousClock.Instant?
) -> ChildProcess.Ending {
  var status: CInt = 0
  while true {
    let ended = uninterrupted { waitpid(child, &status, deadline == nil ? 0 : WNOHANG) }
    if ended < 0 { return .failed(systemError()) }
    if ended == child { break }
    if let deadline, deadline <= .now { return .timedOut }
    usleep(2000)
  }
  return .init(status: status)
}

extension ChildProcess.Ending {
  /// What `waitpid` tells, as the C macros WIFSIGNALED, WTERMSIG and WEXITSTATUS read it.
  package init(status: CInt) {
    let signal = status & 0x7f
    self = signal == 0 ? .exited(status >> 8 & 0xff) : .signalled(signal)
  }
}
