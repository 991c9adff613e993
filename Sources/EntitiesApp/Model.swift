import Entities
import Formats
import Layers

/// A trained network with all that is needed to ask it: what a safetensors file of `entities train`
/// holds.
///
/// Its tensors are `W1` (M·V+1)×H and `W2` (H+1)×K of an MLP, or `W` (V+1)×4H, `U` H×4H and `W2` of
/// an LSTM, with the biases in row 0 and the gates side by side in the order i, f, o, c̃. In the
/// file's metadata stand `network` (`mlp` or `lstm`), `max_len`, `vocabulary` (the known characters
/// in the order of their numbers, from 1) and `classes` (a line each, in the order of the columns).
struct Model {
  /// Titles that are answered for at a time.
  static let batchSize = 64

  let architecture: Architecture
  let alphabet: Alphabet
  let parameters: [Matrix]

  init(architecture: Architecture, alphabet: Alphabet, parameters: [Matrix]) {
    (self.architecture, self.alphabet) = (architecture, alphabet)
    self.parameters = parameters
  }

  /// What a network is at the moment.
  init(_ network: TitleNetwork, _ alphabet: Alphabet) {
    self.init(
      architecture: network.architecture, alphabet: alphabet, parameters: network.parameterValues)
  }

  /// What the network makes of titles.
  /// - Throws: `AnswerError` when a probability is not a number.
  func evaluate(_ titles: TitleSet) throws -> Evaluation {
    let network = try TitleNetwork(architecture, batch: min(titles.count, Self.batchSize))
    try network.setParameterValues(parameters)
    let evaluation = try network.evaluate(titles)
    guard evaluation.probabilities.isFinite else { throw AnswerError() }
    return evaluation
  }

  /// The contents of the file, with the settings of the run it comes from.
  func bytes(_ run: TrainedRun) -> [UInt8] {
    let characters = String(String.UnicodeScalarView(alphabet.vocabulary.characters))
    let metadata =
      [
        ("network", architecture.kind.rawValue), ("vocabulary", characters),
        ("classes", alphabet.classes.joined(separator: "\n")),
      ] + run.settings.hyperparameters
      + [
        ("best_epoch", "\(run.history.best?.epoch ?? 0)"),
        ("epochs_trained", "\(run.history.epochs.count)"),
      ]
    let tensors = zip(architecture.kind.parameterNames, parameters).map {
      SafetensorsFile.Tensor($0, shape: [$1.rows, $1.columns], values: $1.values)
    }
    return SafetensorsFile(
      tensors: tensors, metadata: metadata.map { SafetensorsFile.Text($0.0, $0.1) }
    ).bytes
  }
}

extension Architecture.Kind {
  /// The names of the tensors, in the network's order.
  var parameterNames: [String] { self == .mlp ? ["W1", "W2"] : ["W", "U", "W2"] }
}
