import Formats
import Layers

/// A network with what is needed to ask it about titles.
public struct TitleModel {
  /// The network.
  public let network: TitleNetwork
  /// The characters that it knows.
  public let vocabulary: Vocabulary
  /// The labels in the order of its outputs.
  public let classes: [String]

  /// A network that was trained with this vocabulary and these classes.
  /// - Throws: `ShapeError` when it has another number of characters or classes.
  public init(
    _ network: TitleNetwork, vocabulary: Vocabulary, classes: [String]
  ) throws(ShapeError) {
    let architecture = network.architecture
    guard architecture.vocabulary == vocabulary.count, architecture.classes == classes.count else {
      throw ShapeError(
        "TitleModel",
        "\(vocabulary.count) characters and \(classes.count) classes for a network of "
          + "\(architecture.vocabulary) and \(architecture.classes)")
    }
    self.network = network
    self.vocabulary = vocabulary
    self.classes = classes
  }

  /// Whether more than half of the characters that are read of a title, beside spaces, occur in none
  /// of the training titles: then an answer says little.
  public func isMostlyUnknown(_ title: String) -> Bool {
    let read = title.asSeen.unicodeScalars.prefix(network.architecture.maxLength).filter {
      $0 != " "
    }
    let unknown = read.count { vocabulary.number(of: $0) == Vocabulary.unknown }
    return 2 * unknown > read.count
  }

  /// N×K: a row of probabilities per title, in the order of the classes.
  /// - Throws: `ShapeError` never.
  public func probabilities(of titles: [String]) throws(ShapeError) -> Matrix {
    let length = network.architecture.maxLength
    var probabilities = Matrix(rows: titles.count, columns: classes.count)
    // Characters take far more memory than titles: not of all at once.
    let most = 1000
    for start in stride(from: 0, to: titles.count, by: most) {
      let some = titles[start..<min(start + most, titles.count)].map(\.asSeen)
      let rows = try network.probabilities(vocabulary.characters(of: some, length: length))
      for n in 0..<rows.rows { probabilities.copyRow(n, of: rows, to: start + n) }
    }
    return probabilities
  }
}
