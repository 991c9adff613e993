import Foundation
import Formats
import TestSupport

let entities = Executable("entities")

/// A dataset `toy` of three kinds, and where a run on it writes.
struct Toy {
  let scratch: Scratch
  /// The test titles as people write them, in the file's order.
  let testTitles: [String]

  init(lineEnd: String = "\n") throws {
    scratch = try Scratch()
    let kinds: [(label: String, first: [String], second: [String])] = [
      ("Species", ["Red", "Great", "Lesser", "Blue"], ["Owl", "Tit", "Heron", "Finch"]),
      ("Person", ["Anna", "Zoë", "Tom", "Émile"], ["Bell", "Jones", "Okafor", "Lund"]),
      ("Place", ["San", "Port", "New", "Bad"], ["Luis", "Elm", "Ville", "Ems"]),
    ]
    var titles: [(title: String, label: String)] = []
    for i in 0..<4 {
      for j in 0..<4 {
        for kind in kinds { titles.append((kind.first[j] + " " + kind.second[i], kind.label)) }
      }
    }
    func file(_ range: Range<Int>) -> String {
      titles[range].map { $0.title.encoded + "\t" + $0.label + lineEnd }.joined()
    }
    try scratch.write("toy.train", file(0..<30))
    try scratch.write("toy.valid", file(30..<38))
    try scratch.write("toy.test", file(38..<48))
    testTitles = titles[38..<48].map(\.title)
  }

  var model: String { scratch.file("model.safetensors") }

  /// The words of a quick run.
  func words(_ network: String, _ more: [String] = []) -> [String] {
    [
      "train", network, "--data", scratch.path, "--dataset", "toy", "--hidden", "5",
      "--batch-size", "10", "--epochs", "2", "--model", model, "--output",
      scratch.file("output.npy"), "--train-loss", scratch.file("loss.npy"),
    ] + more
  }

  func train(_ network: String = "mlp", _ more: String...) throws -> Finished {
    try entities(words(network, more))
  }
}

extension String {
  /// As titles stand in the files: a space is `_`, what is not ASCII is percent-encoded.
  fileprivate var encoded: String {
    utf8.map { byte in
      byte == 0x20
        ? "_" : byte < 0x80 ? String(UnicodeScalar(byte)) : String(format: "%%%02X", byte)
    }.joined()
  }
}

extension Finished {
  /// The lines of standard output.
  var lines: [Substring] { output.split(separator: "\n", omittingEmptySubsequences: false) }

  /// The validation losses as printed epoch by epoch.
  var validationLosses: [Double] {
    lines.filter { $0.hasPrefix("epoch ") && $0.contains("  train ") }.compactMap { line in
      let words = line.split(separator: " ")
      return words.drop { $0 != "validation" }.dropFirst().first.flatMap { Double($0) }
    }
  }

  /// The number among them at a place.
  func number(_ place: Int, after start: String) -> Double? {
    words(after: start).dropFirst(place).first.flatMap { Double($0) }
  }

  /// The words of the first line that begins so, after that.
  func words(after start: String) -> [Substring] {
    (lines.first { $0.hasPrefix(start) }?.dropFirst(start.count) ?? "").split(separator: " ")
  }
}
