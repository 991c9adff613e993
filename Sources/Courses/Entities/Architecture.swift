import Layers

/// What decides the shapes of a network's parameters.
public struct Architecture: Sendable, Equatable {
  /// The two kinds of networks.
  public enum Kind: String, Sendable, CaseIterable {
    /// A multilayer perceptron over the characters side by side.
    case mlp
    /// A long short-term memory that reads character by character, the last one first.
    case lstm
  }

  /// The kind of network.
  public let kind: Kind
  /// V, the length of a character's one-hot row.
  public let vocabulary: Int
  /// M, the number of characters of a title that are read.
  public let maxLength: Int
  /// H, the number of hidden units.
  public let hidden: Int
  /// K, the number of classes.
  public let classes: Int

  /// A network of these sizes.
  public init(_ kind: Kind, vocabulary: Int, maxLength: Int, hidden: Int, classes: Int) {
    self.kind = kind
    self.vocabulary = vocabulary
    self.maxLength = maxLength
    self.hidden = hidden
    self.classes = classes
  }

  /// A matrix of weights W: in×out, or for four gates in×4·out with the gates side by side, with or
  /// without a row of biases over it.
  struct Parameter: Sendable, Equatable {
    let name: String
    let inputs, outputs: Int
    var gates = 1
    var biasName: String?

    var columns: Int { gates * outputs }

    /// As ``Layers/Linear`` has it: the biases in row 0.
    var shape: Shape { Shape(inputs + firstWeight, columns) }
    /// The row of the first weights.
    var firstWeight: Int { biasName == nil ? 0 : 1 }
  }

  /// The parameters, in the order in which they are recorded, drawn and written.
  var parameters: [Parameter] {
    let last = Parameter(name: "W2", inputs: hidden, outputs: classes, biasName: "b2")
    switch kind {
    case .mlp:
      let inputs = maxLength * vocabulary
      return [Parameter(name: "W1", inputs: inputs, outputs: hidden, biasName: "b1"), last]
    case .lstm:
      return [
        Parameter(name: "W", inputs: vocabulary, outputs: hidden, gates: 4, biasName: "b"),
        Parameter(name: "U", inputs: hidden, outputs: hidden, gates: 4), last,
      ]
    }
  }
}
