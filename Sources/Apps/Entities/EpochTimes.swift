import Drawing
import Entities
import Learning
import Random
import Terminal

/// How long an epoch of training takes, for both networks at every size of an experiment.
///
/// The networks take turns epoch by epoch, so that whatever else the machine does is spread over
/// all of them, and the median leaves out what hit a single epoch.
struct EpochTimes {
  private let experiment: Experiment
  private var runs: [TimedNetwork] = []
  /// How many epochs are counted.
  private var measured = 0

  init(_ experiment: Experiment, _ files: DataFiles) throws {
    self.experiment = experiment
    let alphabet = Alphabet(of: try files.readTraining())
    for size in experiment.sizes {
      let settings = experiment.settings(size)
      let maxLength = settings.maxLength
      let training = try files.read("train", alphabet, maxLength: maxLength)
      let validation = try files.read("valid", alphabet, maxLength: maxLength)
      for kind in Architecture.Kind.allCases {
        let architecture = alphabet.architecture(kind, settings)
        runs.append(try TimedNetwork(architecture, batch: settings.batch, training, validation))
      }
    }
  }

  /// How many titles an epoch goes through.
  var titles: Int { runs[0].training.count }

  /// Trains all networks for one epoch that does not count, in which memory is taken and caches
  /// fill, and then for `epochs`.
  /// - Returns: how many counted; fewer than asked for after an interrupt.
  mutating func measure(epochs: Int) throws -> Int {
    var monitor = TrainingMonitor(epochs: epochs + 1)
    defer { monitor.clear() }
    for epoch in 0...epochs {
      monitor.progress.epoch = epoch
      monitor.show()
      for index in runs.indices where try !runs[index].epoch() { return measured }
      measured = epoch
    }
    return measured
  }

  private func milliseconds(_ kind: Architecture.Kind) -> [Double] {
    runs.filter { $0.network.architecture.kind == kind }
      .map { 1000 * $0.seconds[1...measured].median }
  }

  /// A row per size.
  var table: Table {
    var table = Table([experiment.label, "MLP", "LSTM", "LSTM / MLP"])
    let times = zip(milliseconds(.mlp), milliseconds(.lstm))
    for (size, (mlp, lstm)) in zip(experiment.sizes, times) {
      table.add(["\(size)", "\(fixed(mlp, 2)) ms", "\(fixed(lstm, 2)) ms", fixed(lstm / mlp, 1)])
    }
    return table
  }

  /// A curve per network; one takes many times as long as the other, so the axis is logarithmic.
  func plot(_ title: String) -> Plot {
    var plot = Plot(
      title, x: experiment.label, y: "training time per epoch (ms)", isLogarithmic: true)
    for kind in [Architecture.Kind.mlp, .lstm] {
      let places = zip(experiment.sizes, milliseconds(kind)).map { (Double($0), $1) }
      plot.curve(kind.rawValue.uppercased(), places, showsPoints: true)
    }
    return plot
  }
}

/// A network that is trained epoch by epoch, and how long each took.
private struct TimedNetwork {
  let network: TitleNetwork
  let training: DataSet
  private let validation: DataSet
  private var random = RandomState(seed: 0)
  /// Of each epoch until its last step, so without the validation.
  private(set) var seconds: [Double] = []

  init(_ architecture: Architecture, batch: Int, _ training: DataSet, _ validation: DataSet)
    throws
  {
    (self.training, self.validation) = (training, validation)
    network = try TitleNetwork(architecture, batch: batch)
    try network.initialize(&random, forgetBias: 1)
  }

  /// Trains for an epoch.
  /// - Returns: whether it came to its end.
  mutating func epoch() throws -> Bool {
    let start = ContinuousClock.now
    var end = start
    // A small rate: how well they learn is not the question.
    _ = try network.train(
      training, validation: validation, epochs: 1, rate: 0.1, schedule: .constant, random: &random,
      shouldStop: {
        end = .now
        return false
      }, isInterrupted: { Interrupt.requested })
    seconds.append((end - start) / Duration.seconds(1))
    return !Interrupt.requested
  }
}

extension ArraySlice<Double> {
  /// The middle one, or the mean of the two in the middle.
  fileprivate var median: Double {
    let sorted = sorted()
    return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
  }
}
