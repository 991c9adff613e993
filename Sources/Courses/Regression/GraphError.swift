import Layers

/// A computation graph was put together or used wrongly.
public struct GraphError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The node it is about.
  public let node: String
  /// What was found and what is accepted.
  public let message: String

  /// An error about a node.
  public init(_ node: String, _ message: String) {
    self.node = node
    self.message = message
  }

  /// One line: the node, what was found and what is accepted.
  public var description: String { "node \"\(node)\": \(message)" }

  /// The same error as a graph's, with the operands by name.
  init(_ node: String, of operands: [Node], _ error: ShapeError) {
    let names = operands.map { "\"\($0.name)\" (\($0.shape))" }.joined(separator: " and ")
    self.init(node, "cannot be made of \(names): \(error)")
  }
}

/// An objective or a prediction is infinite or NaN, so the result would be no number.
public struct DivergenceError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The epoch, counted from 1; nil outside training.
  public var epoch: Int?
  /// The example, counted from 1 in the order of the data.
  public let example: Int

  /// One line: where, and the usual cause.
  public var description: String {
    let place = (epoch.map { "epoch \($0), " } ?? "") + "example \(example)"
    return "\(place): the objective is not finite (is the step too large?)"
  }
}
