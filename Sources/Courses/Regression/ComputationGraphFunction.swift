import Formats
import Graph
import Layers

/// A computation graph as a function: of inputs and parameters a prediction, and with outcomes an
/// objective, a number to be made small.
///
/// Values go in and out by the names of their nodes; a `GraphError` says which is missing, unknown
/// or of a wrong shape.
public final class ComputationGraphFunction {
  let list: WengertList
  /// The nodes that a prediction needs, and those that the objective needs beside them.
  public let inputs, outcomes: [Node]
  /// What is learnt, in the order in which it is drawn.
  public let parameters: [Node]
  /// The nodes of the two results.
  public let prediction, objective: Node

  /// The function of a graph.
  /// - Throws: `GraphError` when a given or learnt node is not named, or in a wrong place, and when
  ///   the objective is not a number.
  public init(
    _ graph: ComputationGraph, inputs: [Node], outcomes: [Node], parameters: [Node],
    prediction: Node, objective: Node
  ) throws(GraphError) {
    (list, self.inputs, self.outcomes) = (graph.list, inputs, outcomes)
    (self.parameters, self.prediction, self.objective) = (parameters, prediction, objective)
    for node in inputs + outcomes + parameters + [prediction, objective]
    where node.list != ObjectIdentifier(list) {
      throw GraphError(node.name, "belongs to another graph")
    }
    for node in graph.nodes { try expectPlace(of: node) }
    if objective.shape != Shape(1, 1) {
      throw GraphError(objective.name, "is \(objective.shape), but an objective is 1×1")
    }
  }

  /// Without it a node that was forgotten would silently stay 0.
  private func expectPlace(of node: Node) throws(GraphError) {
    let found = [inputs, outcomes, parameters].map { $0.count { $0.name == node.name } }
    switch (node.role, found) {
    case (.value, [1, 0, 0]), (.value, [0, 1, 0]), (.parameter, [0, 0, 1]), (.computed, [0, 0, 0]):
      return
    case (.value, _): throw GraphError(node.name, "must be an input or an outcome, once")
    case (.parameter, _): throw GraphError(node.name, "must be a parameter, once")
    case (.computed, _): throw GraphError(node.name, "is computed, so it cannot be given")
    }
  }

  // MARK: Parameters

  /// The values of the parameters.
  public var parameterValues: [String: Matrix] {
    byName(list.value)
  }

  /// Replaces the parameters that are named.
  /// - Throws: `GraphError` when a name or a shape is wrong; then none is replaced.
  public func setParameters(_ values: [String: Matrix]) throws(GraphError) {
    try set(parameters, to: values)
  }

  /// Adds a step to each parameter that is named.
  /// - Throws: `GraphError` when a name or a shape is wrong; then none is changed.
  public func incrementParameters(_ steps: [String: Matrix]) throws(GraphError) {
    var values = steps
    for (name, old) in parameterValues where values[name]?.shape == old.shape {
      values[name]?.add(old)
    }
    try set(parameters, to: values)
  }

  /// Writes the parameters into a file, as ``Graph/WengertList`` does.
  /// - Throws: `FileError` when it cannot be written; then it stays as it was.
  public func save(to path: String) throws(FileError) { try list.save(to: path) }

  /// Replaces the parameters by those of a file.
  /// - Throws: `FileError` when it cannot be read, or has another name, another shape or a number that
  ///   is not finite; then none is replaced.
  public func setParameters(contentsOf path: String) throws(FileError) {
    try list.setParameters(contentsOf: path)
  }

  // MARK: Results

  /// The objective for one example.
  public func objective(
    inputs: [String: Matrix], outcomes: [String: Matrix]
  ) throws(GraphError) -> Double {
    list.zeroGradients()
    try set(self.inputs, to: inputs, all: true)
    try set(self.outcomes, to: outcomes, all: true)
    return try evaluateObjective()
  }

  /// The objective for one example, and its derivatives with respect to all parameters.
  public func gradients(
    inputs: [String: Matrix], outcomes: [String: Matrix]
  ) throws(GraphError) -> (objective: Double, gradients: [String: Matrix]) {
    let value = try objective(inputs: inputs, outcomes: outcomes)
    try differentiate()
    return (value, byName(list.gradient))
  }

  /// The prediction for one example.
  public func prediction(inputs: [String: Matrix]) throws(GraphError) -> Matrix {
    try set(self.inputs, to: inputs, all: true)
    try evaluate(to: prediction)
    return list.value(of: prediction.register)
  }

  // MARK: The list

  func evaluateObjective() throws(GraphError) -> Double {
    try evaluate(to: objective)
    return list.value(of: objective.register)[0, 0]
  }

  func evaluate(to node: Node) throws(GraphError) {
    do { try list.forward(to: node.register) } catch { throw GraphError(node, error) }
  }

  func differentiate() throws(GraphError) {
    do { try list.backward(from: objective.register) } catch { throw GraphError(objective, error) }
  }

  // MARK: Values by name

  /// A matrix of each parameter.
  private func byName(_ matrix: (Register) -> Matrix) -> [String: Matrix] {
    Dictionary(uniqueKeysWithValues: parameters.map { ($0.name, matrix($0.register)) })
  }

  /// Sets the nodes that are named; where `all` must be, one that is not is an error.
  private func set(
    _ nodes: [Node], to values: [String: Matrix], all: Bool = false
  ) throws(GraphError) {
    let names = nodes.map(\.name)
    if let name = values.keys.filter({ !names.contains($0) }).min() {
      throw GraphError(name, "is unknown here; accepted are \(names.joined(separator: ", "))")
    }
    for node in nodes {
      if let value = values[node.name], value.shape != node.shape {
        throw GraphError(node.name, "is \(node.shape), but was given \(value.shape)")
      }
    }
    for node in nodes where all && values[node.name] == nil {
      throw GraphError(node.name, "was given no value; it is \(node.shape)")
    }
    for node in nodes {
      guard let value = values[node.name] else { continue }
      do { try list.setValue(value, of: node.register) } catch { throw GraphError(node, error) }
    }
  }
}
