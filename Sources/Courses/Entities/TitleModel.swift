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

  /// N×K: a row of probabilities per title, in the order of the classes.
  /// - Throws: `ShapeError` never.
  public func probabilities(of titles: [String]) throws(ShapeError) -> Matrix {
    let length = network.architecture.maxLength
    return try network.probabilities(vocabulary.characters(of: titles, length: length))
  }
}
