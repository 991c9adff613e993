import Graph
import Layers

/// Where tensors live: a Wengert list that is evaluated while it is recorded.
///
/// ```swift
/// let graph = TensorGraph()
/// let w = try graph.parameter(Matrix(row: [1, 2]), name: "w")
/// let x = graph.constant(Matrix(row: [3, 4]))
/// let loss = try (w * x - w).sum()   // has its value already
/// try loss.backward()                // w.gradient is now (2, 3)
/// graph.descend(rate: 0.1)
/// graph.zeroGrad()
/// graph.clear()                      // forgets all but w
/// ```
///
/// Recording is in order of evaluation, so nothing is ever sorted or visited recursively: a chain
/// may be as long as memory allows. What is cleared leaves its memory to what comes next.
public final class TensorGraph {
  let list = WengertList()
  /// A number for each register, never given twice: a node of another number was cleared.
  private var serials: [Int] = []
  private var nextSerial = 0
  /// Where the parameters end.
  private var kept = WengertList().mark

  /// An empty graph.
  public init() {}

  // MARK: Tensors that are given

  /// A tensor that is learnt: it stays when the graph is cleared.
  /// - Throws: `TensorError.parameterAfterTensors` when others were made since the last
  ///   ``clear()``.
  public func parameter(_ value: Matrix, name: String = "") throws(TensorError) -> TensorNode {
    guard kept.registers == serials.count else { throw .parameterAfterTensors(name: name) }
    let register = list.parameter(name, value.shape)
    kept = list.mark
    do { try list.setValue(value, of: register) } catch { throw .shape(error) }
    return node(register)
  }

  /// All that is learnt, in the order in which it was made.
  public var parameters: [TensorNode] {
    list.parameters.map(node)
  }

  /// A tensor with a gradient, until the graph is cleared.
  public func tensor(_ value: Matrix, name: String = "") -> TensorNode {
    node(list.input(name, value, hasGradient: true))
  }

  /// A tensor without a gradient, until the graph is cleared: for data.
  public func constant(_ value: Matrix, name: String = "") -> TensorNode {
    node(list.input(name, value))
  }

  // MARK: Operations

  /// Computes `module(operands)` and records it; of what fails, nothing stays.
  func record(
    _ module: any Module, _ first: TensorNode, _ others: [TensorNode]
  ) throws(TensorError) -> TensorNode {
    var registers = [try register(of: first)]
    for operand in others { registers.append(try register(of: operand)) }
    let start = list.mark
    do {
      let register = try list.record("", module, registers)
      try list.evaluate(register)
      return node(register)
    } catch {
      list.truncate(to: start)
      throw .shape(error)
    }
  }

  // MARK: Gradients

  func backward(from loss: TensorNode) throws(TensorError) {
    let register = try register(of: loss)
    guard list.shape(of: register) == Shape(1, 1) else {
      throw .notScalar(list.shape(of: register))
    }
    do { try list.backward(from: register) } catch { throw .shape(error) }
  }

  /// Makes all gradients zero; until then, those of parameters and other given tensors add up.
  public func zeroGrad() { list.zeroGradients() }

  /// A step of gradient descent: `w −= rate · w.gradient` for all parameters.
  public func descend(rate: Double) { list.descend(rate: rate) }

  // MARK: Forgetting

  /// Forgets all but the parameters, with their values and gradients.
  public func clear() { forget(after: kept) }

  /// Forgets, at its end, what `body` made: for what needs no gradients, such as validation.
  public func scope<Result>(_ body: () throws -> Result) rethrows -> Result {
    let start = list.mark
    defer { forget(after: start.registers > kept.registers ? start : kept) }
    return try body()
  }

  private func forget(after mark: WengertList.Mark) {
    list.truncate(to: mark)
    serials.removeLast(serials.count - mark.registers)
  }

  // MARK: Nodes

  /// The node of a register, which gets its number when it is new.
  private func node(_ register: Register) -> TensorNode {
    if register.index == serials.count {
      serials.append(nextSerial)
      nextSerial += 1
    }
    return TensorNode(graph: self, register: register, serial: serials[register.index])
  }

  /// The register of a node.
  func register(of node: TensorNode) throws(TensorError) -> Register {
    if node.graph !== self { throw .otherGraph }
    let index = node.register.index
    guard index < serials.count && serials[index] == node.serial else { throw .cleared }
    return node.register
  }

  /// The operation that made a node.
  func source(of node: TensorNode) throws(TensorError) -> OpNode? {
    guard let source = list.source(of: try register(of: node)) else { return nil }
    return OpNode(op: source.module, inputs: source.operands.map(self.node), outputs: [node])
  }

  /// The graph in Graphviz's language DOT.
  public var dot: String { list.dot }
}

extension GradientDescent {
  /// A step of all parameters of a graph, with the gradients that they have.
  public mutating func step(_ graph: TensorGraph) { step(graph.list) }
}
