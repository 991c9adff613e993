import Formats
import Terminal

/// How a model is trained: the step size, the factor of the first parameters, and how long.
struct Descent {
  let step, scale: Double
  let epochs: Int
}

/// The options of every command: of the descent, and where its result goes.
struct TrainingOptions {
  private let usual: Descent
  private let withSteps: Descent?
  private let step, scale: Option<Double?>
  private let epochs: Option<Int?>
  private let seed: Option<UInt32>
  private let output = Option(
    "output", "o", as: .outputFile, value: "FILE.svg", help: "also draw the result into this file")
  private let quiet = Option.quiet

  /// The errors vary with the seed; docs/regression.md tells how much and why. With 1796 the
  /// course's settings give on the course's data what people report of every model, in the last
  /// line printed and at the end; with none of 0 … 199 they do.
  ///
  /// - Parameter withSteps: the descent with `--features steps`, where the course has one of its
  ///   own for them.
  init(
    _ usual: Descent, withSteps: Descent? = nil,
    scaleHelp: String = "first parameters are S·N(0, 1)", seed: UInt32 = 1796
  ) {
    func option<Value>(
      _ name: String, _ letter: Character?, _ setting: (Descent) -> Value,
      as type: ValueParser<Value>, value: String, aliases: [String] = [], help: String
    ) -> Option<Value?> {
      let more = withSteps.map { "; with --features steps " + type.word(setting($0)) } ?? ""
      let help = "\(help) (default: \(type.word(setting(usual)))\(more))"
      return Option(name, letter, as: type, value: value, aliases: aliases, help: help)
    }
    (self.usual, self.withSteps) = (usual, withSteps)
    step = option(
      "step", nil, \.step, as: .positive, value: "RATE", aliases: ["learning-rate"],
      help: "step size of gradient descent")
    scale = option("scale", nil, \.scale, as: .number(0...), value: "S", help: scaleHelp)
    epochs = option(
      "epochs", "e", \.epochs, as: .integer(0...1_000_000), value: "N",
      aliases: ["num-epoch", "num-epochs"],
      help: "passes over the training set, each in a new order")
    self.seed = .seed(
      default: seed,
      help: "seed of all that is drawn, as of NumPy's RandomState; the errors vary with it")
  }

  /// In the order of help.
  var all: [any Parameter] { [step, scale, epochs, seed, output, quiet] }

  /// What a run was asked for.
  /// - Throws: `FileError` when its drawing cannot be written, or only with the loss of an input.
  func settings(
    _ arguments: ParsedArguments, _ features: Features = .raw, inputs: [String] = []
  ) throws -> Settings {
    let usual = features == .steps ? withSteps ?? usual : usual
    // Before a place is taken for the drawing, which whoever interrupts would leave behind.
    Interrupt.install()
    return Settings(
      descent: Descent(
        step: arguments[step] ?? usual.step, scale: arguments[scale] ?? usual.scale,
        epochs: arguments[epochs] ?? usual.epochs),
      seed: arguments[seed],
      drawing: try arguments[output].map { try ResultFile($0, from: inputs) },
      quiet: arguments[quiet])
  }
}
