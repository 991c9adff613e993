import Layers

/// A computation graph was put together or used wrongly.
public struct GraphError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The node it is about.
  public let node: String
  /// What was found and what is accepted.
  public let message: String

  init(_ node: String, _ message: String) { (self.node, self.message) = (node, message) }

  /// One line: the node, what was found and what is accepted.
  public var description: String { "node \"\(node)\": \(message)" }

  /// A module's error, about the node that it computes.
  init(_ node: Node, _ error: ShapeError) { self.init(node.name, error.description) }

  /// The same, about a node that could not be recorded, with the operands by name.
  init(_ node: String, of operands: [Node], _ error: ShapeError) {
    let names = operands.map { "\"\($0.name)\" (\($0.shape))" }.joined(separator: " and ")
    self.init(node, "cannot be made of \(names): \(error)")
  }
}
