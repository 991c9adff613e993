import Learning
import Terminal

/// What was read of a set of letters.
struct ReadSet {
  /// The mean cross-entropy.
  let loss: Double
  let labels: [Int]
  let confusions: Confusions

  var errorRate: Double { confusions.errorRate }
}

/// A training run and what it reached.
struct TrainedRun {
  /// Everything that decides the result, as the report and the model file show it.
  let settings: [(name: String, value: String)]
  let names: LabelNames
  /// The whole epochs.
  let history: [EpochLosses]
  let training: ReadSet
  let validation: ReadSet

  /// The report on the terminal: settings, loss curve, error rates, letters.
  func report(_ folder: RunFolder, on terminal: TerminalCapabilities) -> String {
    let chart = LineChart(
      [("train", history.map(\.training)), ("validation", history.map(\.validation))],
      on: terminal)
    let parts = [
      history.count < 2 ? "" : chart.text,
      summary.text(on: terminal),
      "\(names.images) of the validation set\n"
        + confusionTable(
          validation.confusions.counts, classes: names.all, heading: "true \\ read",
          on: terminal),
      (settings.map { "\($0.name) \($0.value)" }.joined(separator: ", ").printable
        .wrapped(terminal.width)
        + ["results are in \(folder.path.printable)"]).map { $0 + "\n" }.joined(),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// What went wrong, if anything.
  var verdict: TrainingVerdict? {
    TrainingVerdict(
      losses: history.map(\.training), confusions: validation.confusions.counts, names: names.all)
  }

  /// The epoch after which the validation loss was least, where that was not the last.
  private var best: EpochLosses? {
    let best = history.min { $0.validation < $1.validation }
    return best?.epoch == history.last?.epoch ? nil : best
  }

  private var summary: Table {
    var table = Table(["epoch \(history.count)", "train", "validation"])
    table.add([
      "mean cross-entropy", fixed(training.loss, 4), fixed(validation.loss, 4),
    ])
    if let best {
      table.add([
        "best epoch \(best.epoch)", fixed(best.training, 4), fixed(best.validation, 4),
      ])
    }
    table.add(["error rate", percent(training.errorRate), percent(validation.errorRate)])
    return table
  }

  /// `metrics.txt`, in the hand-out's form.
  var metrics: String {
    let losses = history.map {
      """
      epoch=\($0.epoch) crossentropy(train): \($0.training)
      epoch=\($0.epoch) crossentropy(validation): \($0.validation)

      """
    }
    return losses.joined() + """
      error(train): \(training.errorRate)
      error(validation): \(validation.errorRate)

      """
  }

  /// `train.labels` and `validation.labels`: a line per letter.
  var labels: [String] {
    [training, validation].map { $0.labels.map { "\($0)\n" }.joined() }
  }

  /// `metrics.csv`: a line per epoch.
  var metricsCSV: String {
    let lines = history.map { "\($0.epoch),\($0.training),\($0.validation)\n" }
    return "epoch,train,validation\n" + lines.joined()
  }
}
