import Graph
import Layers

/// A node of a ``ComputationGraph``: a name for a matrix that is given, learnt or computed.
public struct Node: Sendable {
  /// Where its value comes from.
  enum Role {
    case value, parameter, computed
  }

  /// The name, unique in its graph.
  public let name: String
  /// A vector of d numbers is one row, 1×d; a number is 1×1.
  public let shape: Shape
  let role: Role
  let register: Register
  /// The list of its graph.
  let list: ObjectIdentifier
}

/// Nodes and how they are computed from each other, recorded on a `WengertList`. There is a
/// `GraphError` for a name that another node has, for an empty shape, and for a module that cannot be
/// applied.
///
/// ```swift
/// let graph = ComputationGraph()
/// let x = try graph.value("x", Shape(1, 400))
/// let y = try graph.value("y", Shape(1, 1))
/// let w = try graph.parameter("w", Shape(1, 400))
/// let b = try graph.parameter("b", Shape(1, 1))
/// let ŷ = try graph.vectorScalarAffine("prediction", x, w, b)
/// let J = try graph.squaredL2Distance("objective", ŷ, y)
/// ```
///
/// Source of the nodes and their names: NYU DS-GA 1003, homework 7, "Computation Graphs,
/// Backpropagation, and Neural Networks".
public final class ComputationGraph {
  let list = WengertList()
  /// All nodes in the order of recording, which is that of evaluation.
  public private(set) var nodes: [Node] = []

  /// An empty graph.
  public init() {}

  /// A node whose value is given from outside: an input or an outcome.
  public func value(_ name: String, _ shape: Shape) throws(GraphError) -> Node {
    try expectNew(name, shape)
    return add(name, shape, .value, list.input(name, shape))
  }

  /// A node whose value is learnt; 0 until it is set.
  public func parameter(_ name: String, _ shape: Shape) throws(GraphError) -> Node {
    try expectNew(name, shape)
    return add(name, shape, .parameter, list.parameter(name, shape))
  }

  /// A node that a module computes from others: also how to try a module of one's own.
  public func node(
    _ name: String, _ module: any Module, _ operands: Node...
  ) throws(GraphError) -> Node {
    try expectNew(name)
    for operand in operands where operand.list != ObjectIdentifier(list) {
      throw GraphError(operand.name, "belongs to another graph than \"\(name)\"")
    }
    do throws(ShapeError) {
      let register = try list.record(name, module, operands.map(\.register))
      return add(name, list.shape(of: register), .computed, register)
    } catch {
      throw GraphError(name, of: operands, error)
    }
  }

  private func add(
    _ name: String, _ shape: Shape, _ role: Node.Role, _ register: Register
  ) -> Node {
    let node = Node(
      name: name, shape: shape, role: role, register: register, list: ObjectIdentifier(list))
    nodes.append(node)
    return node
  }

  private func expectNew(_ name: String, _ shape: Shape = Shape(1, 1)) throws(GraphError) {
    if nodes.contains(where: { $0.name == name }) {
      throw GraphError(name, "there is a node of that name already")
    }
    if shape.rows < 1 || shape.columns < 1 {
      throw GraphError(name, "a shape of \(shape) holds nothing")
    }
  }
}

extension ComputationGraph: CustomStringConvertible {
  /// The list, a line per computed node.
  public var description: String { list.description }
}
