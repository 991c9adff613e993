import Synchronization

/// The standard streams of a child.
package struct Streams {
  package let input, output, errors: Pipe
}

/// What a child gets of this process.
package enum Inheritance {
  /// Its environment, with these variables in addition or instead, and its session.
  case all(with: [String])
  /// Nothing: this is the whole environment, the session is its own, and signals are as in a process
  /// that begins.
  case nothing(environment: [String])
}

/// Held while a program is started: it must not inherit pipes that are being made for another one.
private let starting = Mutex(())

/// Starts a program, found by `PATH` if its name has no slash.
package func start(
  _ command: [String], inheriting inheritance: Inheritance
) throws(ChildProcess.Ending) -> (child: pid_t, streams: Streams) {
  try starting.withLock { _ throws(ChildProcess.Ending) in
    guard let input = Pipe(), let output = Pipe(), let errors = Pipe() else {
      throw .failed(systemError())
    }
    let streams = Streams(input: input, output: output, errors: errors)
    var child: pid_t = 0
    let failure = spawn(command, inheritance, streams, &child)
    if failure != 0 { throw .failed(systemError(failure)) }
    output.closeWriteEnd()
    errors.closeWriteEnd()
    return (child, streams)
  }
}

/// - Returns: the system's error number, or 0.
private func spawn(
  _ command: [String], _ inheritance: Inheritance, _ streams: Streams, _ child: inout pid_t
) -> CInt {
  #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    var attributes: posix_spawnattr_t?
  #else
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
  #endif
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  // Where a standard stream of this process is closed, a pipe has its number. Pipes were made in the
  // same order, from the lowest number up, so none is overwritten before its turn.
  posix_spawn_file_actions_adddup2(&actions, streams.input.readEnd, STDIN_FILENO)
  posix_spawn_file_actions_adddup2(&actions, streams.output.writeEnd, STDOUT_FILENO)
  posix_spawn_file_actions_adddup2(&actions, streams.errors.writeEnd, STDERR_FILENO)
  var arguments = command.map { strdup($0) } + [nil]
  var environment: [UnsafeMutablePointer<CChar>?]
  switch inheritance {
  case .all(let variables): environment = inherited(with: variables)
  case .nothing(let variables):
    environment = variables.map { strdup($0) } + [nil]
    isolate(&attributes)
  }
  defer { for string in arguments + environment { free(string) } }
  guard let program = arguments[0] else { return ENOMEM }
  return posix_spawnp(&child, program, &actions, &attributes, &arguments, &environment)
}

#if canImport(Darwin)
  private typealias Attributes = posix_spawnattr_t?
#else
  private typealias Attributes = posix_spawnattr_t
#endif

/// POSIX_SPAWN_SETSID, which <spawn.h> shows to C only.
#if canImport(Darwin)
  private let setSession: CInt = 0x400
#else
  private let setSession: CInt = 0x80
#endif

/// A session of its own, no signal ignored, none blocked.
private func isolate(_ attributes: inout Attributes) {
  var signals = sigset_t()
  sigfillset(&signals)
  posix_spawnattr_setsigdefault(&attributes, &signals)
  sigemptyset(&signals)
  posix_spawnattr_setsigmask(&attributes, &signals)
  let flags = setSession | CInt(POSIX_SPAWN_SETSIGDEF) | CInt(POSIX_SPAWN_SETSIGMASK)
  posix_spawnattr_setflags(&attributes, Int16(flags))
}

/// Copies of `variables` and of this process's environment variables that have other names.
private func inherited(with variables: [String]) -> [UnsafeMutablePointer<CChar>?] {
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
