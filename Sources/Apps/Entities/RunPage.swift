import Formats
import Report
import Terminal

extension TrainedRun {
  /// The page about the run: its curves, and which class was taken for which.
  var page: Page {
    let epochs = history.epochs
    return Page(
      "How well names are told apart",
      [
        Section("run", "The run", facts([("settings", .text(settingsText))])),
        curvesSection(
          [
            .losses(
              "mean cross-entropy",
              [("train", epochs.map(\.training)), ("validation", epochs.map(\.validation))]),
            .errorRates(
              "error rate", [("train", []), ("validation", epochs.map(\.validationError))]),
          ], best: history.best?.epoch),
        confusionsSection(test.confusions.counts, classes: model.classes, of: "titles", in: "test"),
      ])
  }

  private var settingsText: String {
    settings.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
  }
}
