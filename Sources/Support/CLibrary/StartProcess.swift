import Synchronization

/// The standard streams of a child.
struct Streams {
  let input, output, errors: Pipe
}

/// Held while a program is started: it must not inherit pipes that are being made for another one.
private let starting = Mutex(())

/// Starts a program, found by `PATH` if its name has no slash.
func start(
  _ command: [String], variables: [String]
) throws(ChildProcess.Ending) -> (child: pid_t, streams: Streams) {
  try starting.withLock { _ throws(ChildProcess.Ending) in
    guard let input = Pipe(), let output = Pipe(), let errors = Pipe() else {
      throw .failed(systemError())
    }
    let streams = Streams(input: input, output: output, errors: errors)
    var child: pid_t = 0
    let failure = spawn(command, variables, streams, &child)
    if failure != 0 { throw .failed(systemError(failure)) }
    output.closeWriteEnd()
    errors.closeWriteEnd()
    return (child, streams)
  }
}

/// - Returns: the system's error number, or 0.
private func spawn(
  _ command: [String], _ variables: [String], _ streams: Streams, _ child: inout pid_t
) -> CInt {
  #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
  #else
    var actions = posix_spawn_file_actions_t()
  #endif
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  // Where a standard stream of this process is closed, a pipe has its number. Pipes were made in the
  // same order, from the lowest number up, so none is overwritten before its turn.
  posix_spawn_file_actions_adddup2(&actions, streams.input.readEnd, STDIN_FILENO)
  posix_spawn_file_actions_adddup2(&actions, streams.output.writeEnd, STDOUT_FILENO)
  posix_spawn_file_actions_adddup2(&actions, streams.errors.writeEnd, STDERR_FILENO)
  var arguments = command.map { strdup($0) } + [nil]
  var environment = environment(with: variables)
  defer { for string in arguments + environment { free(string) } }
  return posix_spawnp(&child, command[0], &actions, nil, &arguments, &environment)
}

/// Copies of `variables` and of this process's environment variables that have other names.
private func environment(with variables: [String]) -> [UnsafeMutablePointer<CChar>?] {
  let beginnings = variables.map { String($0.prefix { $0 != "=" }) + "=" }
  var result = variables.map { strdup($0) }
  #if canImport(Darwin)
    var next: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = _NSGetEnviron().pointee
  #else
    var next: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = environ
  #endif
  while let variable = next?.pointee {
    let isReplaced = beginnings.contains { strncmp(variable, $0, $0.utf8.count) == 0 }
    if !isReplaced { result.append(strdup(variable)) }
    next = next?.advanced(by: 1)
  }
  return result + [nil]
}
