import Foundation

/// What a run of a program printed and how it ended.
public struct Finished: Sendable {
  /// What it exited with, or the signal that ended it.
  public let exitCode: Int32
  /// What it wrote to standard output.
  public let output: String
  /// What it wrote to standard error.
  public let errors: String

  /// Whether it refused to work: no output, and one line of errors, after the program's name, with
  /// these words in it.
  public func isRefusal(by program: String, _ exitCode: Int32, _ words: String) -> Bool {
    self.exitCode == exitCode && output == "" && errors.hasPrefix("\(program): ")
      && errors.contains(words) && errors.hasSuffix("\n")
      && errors.filter { $0 == "\n" }.count == 1
  }
}

/// A program of this package, to be run as a user runs it.
public struct Executable: Sendable {
  private let url: URL

  /// The program beside the test bundle: `swift test` builds it for tests that depend on it.
  public init(_ name: String) {
    url = URL(fileURLWithPath: CommandLine.arguments[0])
      .deletingLastPathComponent().appendingPathComponent(name)
  }

  /// Where it lies.
  public var path: String { url.path }

  /// Runs it to its end.
  public func callAsFunction(
    _ arguments: String..., input: String? = nil, environment: [String: String] = [:]
  ) throws -> Finished {
    try self(arguments, input: input, environment: environment)
  }

  /// Runs it to its end.
  public func callAsFunction(
    _ arguments: [String], input: String? = nil, environment: [String: String] = [:]
  ) throws -> Finished {
    try Run(url, arguments, input: input, environment: environment).finished()
  }

  /// Interrupts it, as Ctrl-C does, as soon as it has printed `text`; kills it when it has not
  /// ended ten seconds later.
  public func interrupted(_ arguments: [String], after text: String = "\n") throws -> Finished {
    #if os(Linux)
      // Tests that run in a shell's background ignore the signal, and a child inherits that.
      let env = URL(fileURLWithPath: "/usr/bin/env")
      let run = try Run(env, ["--default-signal=INT", path] + arguments)
    #else
      let run = try Run(url, arguments)
    #endif
    for _ in 0..<500 where try !run.scratch.read("stdout").contains(text) { usleep(20_000) }
    run.process.interrupt()
    for _ in 0..<500 where run.process.isRunning { usleep(20_000) }
    if run.process.isRunning { kill(run.process.processIdentifier, SIGKILL) }
    return try run.finished()
  }

  /// Runs it to its end, started by a shell after `preparation`, such as `ulimit -v 600000`.
  public func afterShell(_ preparation: String, _ arguments: [String]) throws -> Finished {
    let command = ["-c", preparation + "; exec \"$0\" \"$@\"", path]
    return try Run(URL(fileURLWithPath: "/bin/sh"), command + arguments).finished()
  }
}

/// A process whose output goes to files, as to pipes nobody watches.
private struct Run {
  let process = Process()
  let scratch: Scratch

  init(
    _ program: URL, _ arguments: [String], input: String? = nil, environment: [String: String] = [:]
  ) throws {
    scratch = try Scratch()
    process.executableURL = program
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(environment) { $1 }
    process.standardOutput = FileHandle(forWritingAtPath: try scratch.write("stdout", ""))
    process.standardError = FileHandle(forWritingAtPath: try scratch.write("stderr", ""))
    process.standardInput = FileHandle(
      forReadingAtPath: try input.map { try scratch.write("stdin", $0) } ?? "/dev/null")
    try process.run()
  }

  func finished() throws -> Finished {
    process.waitUntilExit()
    return Finished(
      exitCode: process.terminationStatus, output: try scratch.read("stdout"),
      errors: try scratch.read("stderr"))
  }
}
