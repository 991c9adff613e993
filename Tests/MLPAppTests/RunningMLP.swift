import Foundation

/// What a run of `mlp` printed and how it ended.
struct Finished {
  let exitCode: Int32
  let output: String
  let errors: String

  /// The accuracy after each epoch.
  var accuracies: [Double] {
    output.split(separator: "\n").filter { $0.hasPrefix("epoch ") }
      .compactMap { $0.split(separator: " ").last.flatMap { Double($0) } }
  }
}

/// A fresh folder for one test, removed with the value's last use.
final class Scratch {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "mlp-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: file(name)))
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: file(name))), as: UTF8.self)
  }
}

/// The program beside the test bundle: `swift test` builds it, since the tests depend on it.
let program = URL(fileURLWithPath: CommandLine.arguments[0])
  .deletingLastPathComponent().appendingPathComponent("mlp")

/// Runs a program to its end, `mlp` unless another is named.
func run(
  _ arguments: [String], program: URL = program, in scratch: Scratch
) throws -> Finished {
  let process = Process()
  process.executableURL = program
  process.arguments = arguments
  process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
  for name in ["stdout", "stderr"] { try scratch.write(name, []) }
  process.standardOutput = FileHandle(forWritingAtPath: scratch.file("stdout"))
  process.standardError = FileHandle(forWritingAtPath: scratch.file("stderr"))
  process.standardInput = FileHandle(forReadingAtPath: "/dev/null")
  try process.run()
  process.waitUntilExit()
  return Finished(
    exitCode: process.terminationStatus, output: try scratch.read("stdout"),
    errors: try scratch.read("stderr"))
}

/// Runs `mlp` to its end.
func mlp(_ arguments: String..., in scratch: Scratch) throws -> Finished {
  try run(arguments, in: scratch)
}

extension Scratch {
  /// A little MNIST: 4×4 images, the class of which is told by one bright row of two; `labels`
  /// replaces the right ones.
  func writeDigits(count: Int, labels: [UInt8]? = nil) throws {
    func header(_ axes: [Int]) -> [UInt8] {
      [0, 0, 8, UInt8(axes.count)] + axes.flatMap { [0, 0, UInt8($0 >> 8), UInt8($0 & 255)] }
    }
    var pixels: [UInt8] = []
    var classes: [UInt8] = []
    for n in 0..<count {
      let label = n * n % 7 % 4
      classes.append(UInt8(label))
      for pixel in 0..<16 { pixels.append(pixel / 4 == label ? 200 : UInt8((pixel * 7 + n) % 9)) }
    }
    try write("train-images-idx3-ubyte", header([count, 4, 4]) + pixels)
    try write("train-labels-idx1-ubyte", header([(labels ?? classes).count]) + (labels ?? classes))
  }
}
