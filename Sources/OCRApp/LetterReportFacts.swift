import Formats
import Learning
import Network
import Report
import Terminal

// The part "The run": what the network is, what it learnt from, how well it reads, what repeats it.
extension LetterReport {
  var facts: HTML {
    let summary =
      "Of \(measured.labels.count) \(names.images) it reads \(measured.confusions.right) right: "
      + "error rate \(percent(measured.errorRate))."
    return .list([
      .element("p", ["class": "summary"], summary), results,
      Report.facts([("network", .text(networkWords))] + origin + sums),
    ])
  }

  private var networkWords: String {
    let count = network.hidden * (network.inputs + 1) + network.classes * (network.hidden + 1)
    return "\(network.inputs) pixels, \(network.hidden) hidden units, \(network.classes) "
      + "\(names.images): \(count) parameters"
  }

  private var results: HTML {
    guard let record else {
      return table(
        caption: "How well it reads", columns: ["", sets[0].name],
        rows: [
          ["mean cross-entropy", fixed(measured.loss, 4)],
          ["error rate", percent(measured.errorRate)],
        ])
    }
    return table(
      caption: "How well it reads", columns: ["", "train", "validation"], rows: record.results)
  }

  /// What repeats it, and what it was made of.
  private var origin: [(name: String, value: HTML)] {
    let settings = settings.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
    let files = record.map { [("learnt from", $0.training), ("validated on", $0.validation)] }
    return [("settings", .text(settings))]
      + (record.map { [("what repeats it", .element("code", [:], $0.commandLine))] } ?? [])
      + (files?.map { name, mark in
        (name, .list([.text("\(mark.count) \(names.images), "), .element("code", [:], mark.path)]))
      } ?? [("measured on", .element("code", [:], sets[0].path))])
  }

  private var sums: [(name: String, value: HTML)] {
    let digests =
      record.map { [$0.alpha, $0.beta] }
      ?? network.checkpoint().tensors.map { SHA256(of: $0.bytes).text }
    return zip(["α", "β"], digests).map { name, digest in
      ("SHA-256 of \(name)", .element("code", [:], digest))
    }
  }
}

extension RunRecord {
  /// A row each: quantity, training set, validation set.
  var results: [[String]] {
    var rows = [
      ["mean cross-entropy", fixed(final.training, 4), fixed(final.validation, 4)],
      ["error rate"]
        + [final.trainingError, final.validationError].map { $0.map { percent($0) } ?? "" },
    ]
    if let best, best.epoch != epochs.count {
      rows.append([
        "mean cross-entropy after epoch \(best.epoch), the best", fixed(best.training, 4),
        fixed(best.validation, 4),
      ])
    }
    return rows
  }

  /// The command as a shell takes it.
  var commandLine: String { "swift run " + command.map(\.forShell).joined(separator: " ") }
}

extension String {
  /// In quotes where a shell would see more in it than a word.
  fileprivate var forShell: String {
    let plain = utf8.allSatisfy { byte in
      "-_./=:,@%+".utf8.contains(byte) || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
        || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
    }
    return plain && !isEmpty
      ? self
      : "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#)
        + "'"
  }
}
