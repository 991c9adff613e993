import Learning
import Network
import Report
import Terminal

/// Letters of a file, and what the page calls them.
struct ReportedLetters {
  let name: String
  let path: String
  let letters: DataSet
}

/// The page about a network that reads letters.
struct LetterReport {
  /// The folder of its run, or its file.
  let title: String
  let names: LabelNames
  let network: Network
  /// What decided the result.
  let settings: [(name: String, value: String)]
  /// First the letters that it is measured on, then perhaps those that it learnt from.
  let sets: [ReportedLetters]
  /// What the network made of the first set.
  let measured: ReadSet
  /// How it was trained, where that is known.
  let record: RunRecord?

  var page: Page {
    Page(
      "How \(title) reads \(names.images)",
      [Section("run", "The run", facts)] + (record.map { [$0.curves] } ?? []) + [
        confusionsSection(
          measured.confusions.counts, classes: names.all, of: names.images, in: sets[0].name,
          scripts: ["reliability.js", "confusions.js"]),
        Section("units", "Hidden units"),
        Section("pad", "Write a letter", scripts: ["pad-ink.js", "pad-layers.js"]),
        Section(
          "step", "One step of learning",
          scripts: [
            "registers.js", "cells.js", "differences.js", "lines.js", "listdrawing.js",
            "changes.js",
          ]),
      ], data: data, libraries: ["twin.js", "readings.js"])
  }
}

extension LetterReport {
  /// The page about a run whose files are in a folder.
  init(
    _ record: RunRecord, in folder: String, names: LabelNames, network: Network, training: DataSet,
    validation: DataSet, measured: ReadSet
  ) {
    self.init(
      title: folder, names: names, network: network,
      settings: record.settings.map { ($0.name, $0.value) },
      sets: [
        ReportedLetters(name: "validation", path: record.validation.path, letters: validation),
        ReportedLetters(name: "training", path: record.training.path, letters: training),
      ], measured: measured, record: record)
  }
}

extension RunRecord {
  /// γ.
  var rate: Double? { settings.first { $0.name == "learning_rate" }.flatMap { Double($0.value) } }

  /// The epoch after which the validation loss was least.
  var best: EpochLosses? { epochs.min { $0.validation < $1.validation } }

  fileprivate var curves: Section {
    curvesSection(
      [
        .losses(
          "mean cross-entropy",
          [("train", epochs.map(\.training)), ("validation", epochs.map(\.validation))]),
        .errorRates(
          "error rate",
          [("train", epochs.map(\.trainingError)), ("validation", epochs.map(\.validationError))]),
      ], best: best?.epoch)
  }
}
