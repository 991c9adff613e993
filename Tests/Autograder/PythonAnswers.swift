import CLibrary
import Formats
import Foundation
import Grading
import Wire

/// A program of Tests/Submissions, asked as the grader asks, but without its protections: a process for
/// all requests.
final class PythonAnswers {
  /// A Python with NumPy, where the environment names one; these tests are left out without.
  static let python = ProcessInfo.processInfo.environment["LAYERS_PYTHON"]

  private let process: pid_t
  private let streams: Streams
  /// A program that ended reads no more.
  private var hasEnded = false

  init(_ script: String, _ arguments: String...) throws {
    // Nobody reads what they print.
    let quiet = ["sh", "-c", #"exec "$@" 2>/dev/null"#, "sh"]
    let command = quiet + [Self.python ?? "python3", script] + arguments
    (process, streams) = try start(command, inheriting: .all(with: []))
  }

  deinit {
    streams.input.closeWriteEnd()
    waitpid(process, nil, 0)
  }

  func ask(_ request: Request, _ longest: Int) throws(NoAnswer) -> [SafetensorsFile.Tensor] {
    guard !hasEnded, writeAll(request.bytes, to: streams.input.writeEnd) else {
      throw .stopped("has ended")
    }
    let answer: Answer
    do {
      let bytes = try readMessage(from: streams.output.readEnd, path: "answer")
      hasEnded = bytes == nil
      answer = try Answer(bytes: bytes ?? [])
    } catch {
      throw .stopped("\(error)")
    }
    return try answer.tensors()
  }

  /// What `--list` prints.
  static func names(_ script: String) -> [String] {
    guard let python else { return [] }
    let run = ChildProcess.run([python, script, "--list"])
    return run.output.split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
