import Formats
import Layers
import Learning
import Random
import Testing

@testable import Entities

/// The embedded training titles.
func embeddedTitles() throws -> TitleTSV {
  try TitleTSV.read(packageFolder("handout-data") + "/titles/tiny.train")
}

/// Six characters, the unknown one and the space.
let smallVocabulary = Vocabulary(of: ["abcdef"])

/// Titles over the small vocabulary, shorter and longer than four characters, of three classes.
func smallTitles(_ count: Int, seed: UInt32 = 7) throws -> DataSet {
  var random = RandomState(seed: seed)
  let titles = (0..<count).map { _ in
    let length = 1 + Int(random.integer(upTo: 6))
    return (0..<length).map { _ in
      ["a", "b", "c", "d", "e", "f", "?"][Int(random.integer(upTo: 6))]
    }
    .joined()
  }
  return try DataSet(
    x: smallVocabulary.characters(of: titles, length: 4),
    labels: titles.indices.map { ($0 * $0 + 1) % 3 }, classes: 3)
}

/// A small network whose parameters are drawn.
func smallNetwork(
  _ kind: Architecture.Kind, batch: Int, seed: UInt32 = 1
) throws -> TitleNetwork {
  let architecture = Architecture(
    kind, vocabulary: smallVocabulary.count, maxLength: 4, hidden: 5, classes: 3)
  let network = try TitleNetwork(architecture, batch: batch)
  var random = RandomState(seed: seed)
  try network.initialize(&random, forgetBias: 1)
  return network
}
