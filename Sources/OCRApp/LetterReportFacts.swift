import Formats
import Learning
import Network
import Report
import Terminal

// The part "The run": what the network is, what it learnt from, how well it reads, what repeats it.
extension LetterReport {
  func facts(_ evaluation: Evaluation) -> HTML {
    let measured = sets[0].letters.count
    let summary =
      "Of \(measured) \(names.images) it reads \(evaluation.confusions.right) right: "
      + "error rate \(percent(evaluation.errorRate))."
    return .list([
      .element("p", ["class": "summary"], summary), results(evaluation),
      Report.facts([("network", .text(networkWords))] + origin + sums),
    ])
  }

  private var networkWords: String {
    let count = network.hidden * (network.inputs + 1) + network.classes * (network.hidden + 1)
    return "\(network.inputs) pixels, \(network.hidden) hidden units, \(network.classes) "
      + "\(names.images): \(count) parameters"
  }

  private func results(_ evaluation: Evaluation) -> HTML {
    guard let record else {
      return table(
        caption: "How well it reads", columns: ["", sets[0].name],
        rows: [
          ["mean cross-entropy", fixed(evaluation.loss, 4)],
          ["error rate", percent(evaluation.errorRate)],
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
    zip(["α", "β"], network.checkpoint().tensors).map { name, tensor in
      ("SHA-256 of \(name)", .element("code", [:], SHA256(of: tensor.bytes).text))
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
