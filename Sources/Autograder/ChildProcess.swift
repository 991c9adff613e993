import CLibrary

/// A program that ran in a process of its own.
struct ChildProcess {
  /// How it ended.
  enum Ending: Equatable {
    case exited(Int32)
    case signalled(Int32)
    case timedOut
    case notStarted(String)
  }

  let ending: Ending
  /// The end of what it wrote to standard output.
  var output: [UInt8] = []
  /// The end of what it wrote to standard error.
  var errors: [UInt8] = []

  /// Runs a program until it ends or its time is over; then it is killed.
  /// - Parameters:
  ///   - command: the program's path and its arguments.
  ///   - timeLimit: in seconds.
  static func run(_ command: [String], timeLimit: Double) -> ChildProcess {
    let deadline = ContinuousClock.now + .seconds(timeLimit)
    guard let output = Pipe(), let errors = Pipe() else {
      return ChildProcess(ending: .notStarted(String(cString: strerror(errno))))
    }
    var child: pid_t = 0
    let failure = spawn(command, output: output.writeEnd, errors: errors.writeEnd, &child)
    output.closeWriteEnd()
    errors.closeWriteEnd()
    if failure != 0 {
      return ChildProcess(ending: .notStarted(String(cString: strerror(failure))))
    }
    let texts = readAll([output.readEnd, errors.readEnd], until: deadline)
    let ending = wait(for: child, until: deadline)
    return ChildProcess(ending: ending, output: texts[0], errors: texts[1])
  }
}

/// Starts a program without input.
/// - Returns: the system's error number, or 0.
private func spawn(
  _ command: [String], output: Int32, errors: Int32, _ child: inout pid_t
) -> Int32 {
  #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
  #else
    var actions = posix_spawn_file_actions_t()
  #endif
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
  posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
  var arguments = command.map { strdup($0) } + [nil]
  // Swift's runtime would take seconds to print a backtrace, which nobody reads.
  var variables = [strdup("SWIFT_BACKTRACE=enable=no")] + environmentVariables() + [nil]
  defer { for string in arguments + variables { free(string) } }
  return posix_spawn(&child, command[0], &actions, nil, &arguments, &variables)
}

/// Copies of this process's environment variables, but not how it prints backtraces.
private func environmentVariables() -> [UnsafeMutablePointer<CChar>?] {
  var variables: [UnsafeMutablePointer<CChar>?] = []
  #if canImport(Darwin)
    var next: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = _NSGetEnviron().pointee
  #else
    var next: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = environ
  #endif
  while let variable = next?.pointee {
    if strncmp(variable, "SWIFT_BACKTRACE=", 16) != 0 { variables.append(strdup(variable)) }
    next = next?.advanced(by: 1)
  }
  return variables
}

/// Waits until a child ends; kills it at the deadline.
private func wait(for child: pid_t, until deadline: ContinuousClock.Instant) -> ChildProcess.Ending
{
  var status: Int32 = 0
  while true {
    let ended = waitpid(child, &status, WNOHANG)
    if ended == child { break }
    if ContinuousClock.now >= deadline || ended < 0 && errno != EINTR {
      kill(child, SIGKILL)
      while waitpid(child, &status, 0) < 0 && errno == EINTR {}
      return .timedOut
    }
    usleep(2000)
  }
  // What the C macros WIFSIGNALED, WTERMSIG and WEXITSTATUS do.
  let signal = status & 0x7f
  return signal == 0 ? .exited(status >> 8 & 0xff) : .signalled(signal)
}
