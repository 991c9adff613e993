import Formats
import Terminal

/// What a training run was asked for.
struct Settings {
  let step: Double
  let scale: Double
  let epochs: Int
  let seed: UInt32
  let outputFile: String?
  let quiet: Bool

  /// Reads the options and makes sure that a drawing could be written.
  /// - Throws: `UsageError` when a value is out of range, `FileError` for the drawing's file.
  init(_ arguments: ParsedArguments) throws {
    // The course has settings of their own for a network on x and for one on the steps.
    let isRaw = arguments.optionalString("features") == "raw"
    func isOpen(_ name: String) -> Bool { arguments.optionalString(name) == nil }
    step =
      isOpen("step")
      ? (isRaw ? 0.001 : 0.0005)
      : try arguments.number("step", in: .leastNonzeroMagnitude ... .infinity)
    scale =
      isOpen("scale")
      ? (isRaw ? 0.0005 : 0.01) : try arguments.number("scale", in: 0 ... .infinity)
    epochs =
      isOpen("epochs")
      ? (isRaw ? 5000 : 500) : try arguments.integer("epochs", in: 0...1_000_000)
    seed = UInt32(try arguments.integer("seed", in: 0...Int(UInt32.max)))
    outputFile = arguments.optionalString("output")
    quiet = arguments.flag("quiet")
    if let outputFile { try expectReplaceable(outputFile) }
  }

  /// Writes the drawing, if one is wanted.
  /// - Throws: `FileError` when it cannot be written.
  func write(_ drawing: () throws -> String) throws {
    guard let outputFile else { return }
    try writeAtomically(Array(try drawing().utf8), to: outputFile)
  }

  /// Prints results, if they are wanted.
  /// - Throws: `OutputError`.
  func print(_ text: String) throws(OutputError) {
    if !quiet { try Output.standard.write(text) }
  }
}
