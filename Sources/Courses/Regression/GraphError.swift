import Layers

/// A computation graph was put together or used wrongly.
public struct GraphError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The node it is about.
  public let node: String
  /// What was found and what is accepted.
  public let message: String

  /// An error about a node.
  public init(_ node: String, _ message: String) { (self.node, self.message) = (node, message) }

  /// One line: the node, what was found and what is accepted.
  public var description: String { "node \"\(node)\": \(message)" }

  /// The same error as a graph's, with the operands by name.
  init(_ node: String, of operands: [Node], _ error: ShapeError) {
    let names = operands.map { "\"\($0.name)\" (\($0.shape))" }.joined(separator: " and ")
    self.init(node, "cannot be made of \(names): \(error)")
  }
}

/// Does what may fail because of a shape; the error is then about `node`.
func naming<Result>(
  _ node: Node, _ body: () throws(ShapeError) -> Result
) throws(GraphError) -> Result {
  do { return try body() } catch { throw GraphError(node.name, error.description) }
}
