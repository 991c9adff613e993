import Foundation

/// What a run of `ocr` printed and how it ended.
struct Finished {
  let exitCode: Int32
  let output: String
  let errors: String
}

/// A fresh folder for one test, removed with the value's last use.
final class Scratch {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "ocr-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: file(name)))
    return file(name)
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: file(name))), as: UTF8.self)
  }
}

/// The program beside the test bundle: `swift test` builds it, since the tests depend on it.
private let program = URL(fileURLWithPath: CommandLine.arguments[0])
  .deletingLastPathComponent().appendingPathComponent("ocr")

/// Starts `ocr` with its output going to files in `scratch`, as to pipes nobody watches.
func start(
  _ arguments: [String], in scratch: Scratch, input: String? = nil,
  environment: [String: String] = [:]
) throws -> Process {
  let process = Process()
  process.executableURL = program
  process.arguments = arguments
  process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(environment) { $1 }
  for name in ["stdout", "stderr"] { try scratch.write(name, "") }
  process.standardOutput = FileHandle(forWritingAtPath: scratch.file("stdout"))
  process.standardError = FileHandle(forWritingAtPath: scratch.file("stderr"))
  process.standardInput = FileHandle(
    forReadingAtPath: try input.map { try scratch.write("stdin", $0) } ?? "/dev/null")
  try process.run()
  return process
}

/// Runs `ocr` to its end.
func ocr(
  _ arguments: String..., in scratch: Scratch, input: String? = nil,
  environment: [String: String] = [:]
) throws -> Finished {
  let process = try start(arguments, in: scratch, input: input, environment: environment)
  process.waitUntilExit()
  return Finished(
    exitCode: process.terminationStatus, output: try scratch.read("stdout"),
    errors: try scratch.read("stderr"))
}

/// A tiny course hand-out: `letters` images of `pixels` pixels, drawn by a simple rule.
func handout(rows: Int, pixels: Int = 128, lineEnd: String = "\n") -> String {
  (0..<rows).map { row in
    let image = (0..<pixels).map { ($0 * 7 + row * row) % 11 < 3 ? "1" : "0" }
    return (["\(row % 10)"] + image).joined(separator: ",") + lineEnd
  }.joined()
}
