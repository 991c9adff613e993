import Graph
import Layers

/// A matrix in a computation graph, with its gradient and where it came from.
///
/// A handle: copies are the same node. Numbers are 1×1, vectors rows or columns.
public struct TensorNode {
  /// The graph it lives in.
  public let graph: TensorGraph
  let register: Register
  /// Tells it from nodes that have its place after it was cleared.
  let serial: Int

  /// The value; it is computed at once.
  public var value: Matrix {
    get throws(TensorError) { graph.list.value(of: try graph.register(of: self)) }
  }

  /// The gradient of what ``backward()`` was called on, of the value's shape; zeros before, after
  /// ``zeroGrad()``, and for constants.
  public var gradient: Matrix {
    get throws(TensorError) { graph.list.gradient(of: try graph.register(of: self)) }
  }

  /// The operation that computed it; nil for what was given.
  public var source: OpNode? {
    get throws(TensorError) { try graph.source(of: self) }
  }

  /// The name it was given; the results of operations have none.
  public var name: String? {
    get throws(TensorError) {
      let name = graph.list.name(of: try graph.register(of: self))
      return name.isEmpty ? nil : name
    }
  }

  /// The shape of the value.
  public var shape: Shape {
    get throws(TensorError) { graph.list.shape(of: try graph.register(of: self)) }
  }

  /// Adds the gradients of this number to those of all it was computed from.
  ///
  /// The gradients of parameters and other given tensors add up from call to call; those of results
  /// are of the last call.
  /// - Throws: `TensorError.notScalar` when this is not 1×1.
  public func backward() throws(TensorError) { try graph.backward(from: self) }

  /// `value += scale · matrix`, in place and outside the graph: for steps of one's own. What was
  /// computed from it stays.
  /// - Throws: `TensorError.shape` when the matrix has another shape.
  public func add(_ matrix: Matrix, times scale: Double = 1) throws(TensorError) {
    let register = try graph.register(of: self)
    do { try graph.list.add(matrix, times: scale, to: register) } catch { throw .shape(error) }
  }

  /// Makes all gradients of the graph zero.
  public func zeroGrad() { graph.zeroGrad() }

  /// Forgets all of the graph but its parameters.
  public func clear() { graph.clear() }
}

/// An operation in a computation graph.
public struct OpNode {
  /// The name of its module.
  public let op: String
  /// What it was applied to, in order.
  public let inputs: [TensorNode]
  /// What it computed.
  public let outputs: [TensorNode]
}

extension TensorNode: Equatable {
  /// Whether they are the same node.
  public static func == (a: TensorNode, b: TensorNode) -> Bool {
    a.graph === b.graph && a.serial == b.serial
  }
}
