import Foundation

/// What a run of `regression` printed and how it ended.
struct Finished {
  let exitCode: Int32
  let output: String
  let errors: String

  /// The number behind the last occurrence of a word.
  func number(after word: String) -> Double? {
    guard let range = output.range(of: word, options: .backwards) else { return nil }
    return Double(output[range.upperBound...].drop { $0 == " " }.prefix { !" ,\n".contains($0) })
  }
}

/// A fresh folder for one test, removed with the value's last use.
final class Scratch {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "regression-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] }

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
  .deletingLastPathComponent().appendingPathComponent("regression")

/// Runs `regression` to its end; or interrupts it as soon as it has printed something.
func regression(_ arguments: [String], interrupted: Bool = false) throws -> Finished {
  let (output, errors) = (Pipe(), Pipe())
  let process = Process()
  process.executableURL = program
  process.arguments = arguments
  process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
  process.standardOutput = output
  process.standardError = errors
  process.standardInput = FileHandle(forReadingAtPath: "/dev/null")
  try process.run()
  // What it prints fits into the pipes' buffers, so one may be read after the other.
  var texts: [String] = []
  for pipe in [output, errors] {
    var bytes = Data()
    if interrupted && texts.isEmpty {
      bytes = pipe.fileHandleForReading.availableData
      process.interrupt()
    }
    bytes += try pipe.fileHandleForReading.readToEnd() ?? Data()
    texts.append(String(decoding: bytes, as: UTF8.self))
  }
  process.waitUntilExit()
  return Finished(exitCode: process.terminationStatus, output: texts[0], errors: texts[1])
}
