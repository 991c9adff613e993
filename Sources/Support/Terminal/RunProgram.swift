extension Program {
  /// Carries out this process's command line, and ends the process.
  ///
  /// Help and the version go to standard output; what goes wrong is one line on standard error,
  /// after the program's name.
  /// - Parameter carryOut: the command of the given name.
  public func run(
    _ carryOut: (_ command: String, _ arguments: ParsedArguments) throws -> ExitCode
  ) -> Never {
    Output.makeFailedWritesThrow()
    do {
      switch try parse(Array(CommandLine.arguments.dropFirst())) {
      case .print(let text): try Output.standard.write(text)
      case .run(let command, let arguments): try carryOut(command, arguments).endProcess()
      }
    } catch {
      report(error).endProcess()
    }
    ExitCode.success.endProcess()
  }

  /// Prints an error, unless the reader of the output went away, and gives its exit code.
  private func report(_ error: any Error) -> ExitCode {
    let code = (error as? any ExitingError)?.exitCode ?? .internal
    if code != .brokenPipe { try? Output.standardError.write("\(name): \(error)\n") }
    return code
  }
}
