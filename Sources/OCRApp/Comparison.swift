import Formats
import Learning
import Report
import Terminal

/// The page that puts runs side by side: how well each reads, its settings, and its curves.
func comparison(_ runs: [WrittenRun]) -> Page {
  Page(
    "\(runs.count) runs compared",
    [
      Section("run", "The runs", .list([results(runs), settings(runs), commands(runs)])),
      curves(runs),
    ])
}

/// The best of a column is not marked: which number matters is the reader's to say.
private func results(_ runs: [WrittenRun]) -> HTML {
  table(
    caption: "How well they read",
    columns: [
      "run", "epochs", "cross-entropy, train", "validation", "error rate, train", "validation",
      "best epoch", "its cross-entropy, validation",
    ],
    rows: runs.map { run in
      let (record, final) = (run.record, run.record.final)
      return [
        run.path, "\(record.epochs.count)", fixed(final.training, 4), fixed(final.validation, 4),
      ]
        + [final.trainingError, final.validationError].map { $0.map { percent($0) } ?? "" }
        + [
          record.best.map { "\($0.epoch)" } ?? "",
          record.best.map { fixed($0.validation, 4) } ?? "",
        ]
    })
}

/// A row for each setting that any of the runs has.
private func settings(_ runs: [WrittenRun]) -> HTML {
  var names: [String] = []
  for run in runs {
    for setting in run.record.settings where !names.contains(setting.name) {
      names.append(setting.name)
    }
  }
  let rows = names.map { name in
    let values = runs.map { run in run.record.settings.first { $0.name == name }?.value ?? "" }
    let differ = values.contains { $0 != values[0] }
    return [differ ? "\(name) ≠" : name] + values
  }
  return table(
    caption: "Their settings; those that differ have the sign ≠", columns: [""] + runs.map(\.path),
    rows: rows)
}

private func commands(_ runs: [WrittenRun]) -> HTML {
  facts(runs.map { ($0.path, .element("code", [:], $0.record.commandLine)) })
}

/// The paths without the folders that all of them begin with: there is little room beside a curve.
private func shortNames(_ paths: [String]) -> [String] {
  let parts = paths.map { $0.split(separator: "/", omittingEmptySubsequences: false) }
  let fewest = parts.map(\.count).min() ?? 1
  let shared = (0..<max(fewest - 1, 0)).prefix { k in parts.allSatisfy { $0[k] == parts[0][k] } }
  return parts.map { $0.dropFirst(shared.count).joined(separator: "/") }
}

private func curves(_ runs: [WrittenRun]) -> Section {
  func series(
    _ value: (EpochLosses) -> Double?
  ) -> [(name: String, values: [Double?])] {
    zip(shortNames(runs.map(\.path)), runs).map { ($0, $1.record.epochs.map(value)) }
  }
  return curvesSection([
    .losses("mean cross-entropy, train", series(\.training)),
    .losses("mean cross-entropy, validation", series(\.validation)),
    .errorRates("error rate, train", series(\.trainingError)),
    .errorRates("error rate, validation", series(\.validationError)),
  ])
}
