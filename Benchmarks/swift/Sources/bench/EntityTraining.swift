import Entities
import Formats
import Learning
import Random

extension Measurements {
  /// Seconds per epoch of training on titles, each with the evaluation of the validation titles, and
  /// the least validation loss. Reading is not timed.
  static func entities(
    _ kind: String, folder: String, name: String, epochs: Int
  ) throws -> [Double] {
    let files = try ["train", "valid"].map { try TitleTSV.read("\(folder)/\(name).\($0)") }
    let vocabulary = Vocabulary(of: files[0].titles)
    let classes = Set(files[0].labels).sorted()
    let settings = TrainingSettings()
    let sets = try files.map {
      try DataSet(
        $0, path: folder, vocabulary: vocabulary, classes: classes, maxLength: settings.maxLength)
    }
    let architecture = Architecture(
      kind == "mlp" ? .mlp : .lstm, vocabulary: vocabulary.count, maxLength: settings.maxLength,
      hidden: settings.hidden, classes: classes.count)
    let network = try TitleNetwork(architecture, batch: settings.batch)
    var random = RandomState(seed: settings.seed)
    try network.initialize(&random, forgetBias: settings.forgetBias)
    var losses: [Double] = []
    let seconds = try time {
      let history = try network.train(
        sets[0], validation: sets[1], epochs: epochs, rate: settings.rate,
        schedule: settings.schedule, random: &random)
      losses = history.epochs.map(\.validation)
    }
    return [seconds / Double(epochs), losses.min() ?? .nan]
  }
}
