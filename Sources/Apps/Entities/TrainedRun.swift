import Entities
import Formats
import Learning
import Terminal

/// A training run and what it reached.
struct TrainedRun {
  /// Everything that decides the result, as the report and the model file show it.
  let settings: [(name: String, value: String)]
  let history: TrainingHistory
  let model: TitleModel
  let validation, test: Evaluation

  /// What is printed at the end: losses, accuracies, mistakes, settings and where the files are.
  func report(_ results: ResultFiles, on terminal: TerminalCapabilities) -> String {
    let lines = settings.map { "\($0.name) \($0.value)" }.joined(separator: ", ").printable
    return "\n"
      + [
        summary.text(on: terminal),
        confusionTable(
          test.confusions.counts, classes: model.classes, heading: "true \\ told", on: terminal),
        (lines.wrapped(terminal.width) + [results.description]).map { $0 + "\n" }.joined(),
      ].joined(separator: "\n")
  }

  /// What went wrong, if anything.
  var verdict: TrainingVerdict? {
    TrainingVerdict(
      losses: history.epochs.map(\.training), confusions: validation.confusions.counts,
      names: model.classes)
  }

  /// The network in a file, with how it was made.
  var modelFile: SafetensorsFile {
    model.file(
      metadata: settings + [
        ("epochs_trained", "\(history.epochs.count)"),
        ("best_epoch", "\(history.best?.epoch ?? 0)"),
      ])
  }

  private var summary: Table {
    let best = history.best.map { "epoch \($0.epoch), the best" } ?? "untrained"
    var table = Table([best, "validation", "test"])
    table.add(["mean cross-entropy", fixed(validation.loss, 4), fixed(test.loss, 4)])
    if let last = history.epochs.last, last.epoch != history.best?.epoch {
      table.add(["last epoch \(last.epoch)", fixed(last.validation, 4)])
    }
    table.add(["accuracy", percent(validation.accuracy), percent(test.accuracy)])
    return table
  }
}
