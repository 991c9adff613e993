import Layers

/// Values in, values out, all by the names of terms.
extension Expressions {
  /// The values of all inputs and parameters: those given, otherwise their defaults.
  public func inputDictionary(
    _ values: [String: Matrix] = [:]
  ) throws(ExpressionError) -> [String: Matrix] {
    let names = names
    let accepted = zip(names, definitions).filter { $1.module == nil }.map(\.0)
    for name in values.keys.sorted() where !accepted.contains(name) {
      throw names.contains(name) ? .isComputed(name) : .unknownName(name, accepted: accepted)
    }
    var all = values
    for (name, definition) in zip(names, definitions) where all[name] == nil {
      all[name] = definition.defaultValue
    }
    return all
  }

  /// The values of `term` and of all it depends on, by name.
  ///
  /// The list that is recorded for these shapes is kept for the next time.
  /// - Parameters:
  ///   - term: what is to be evaluated.
  ///   - values: by name; they take the place of defaults.
  public func eval(
    _ term: Term, _ values: [String: Matrix] = [:]
  ) throws(ExpressionError) -> [String: Matrix] {
    let recorded = try evaluated(term, values)
    return recorded.byName(recorded.list.value)
  }

  /// The values of `loss` and of all it depends on, and its gradients with respect to them.
  ///
  /// - Parameters:
  ///   - loss: a 1×1.
  ///   - values: by name; they take the place of defaults.
  public func backpropagate(
    _ loss: Term, _ values: [String: Matrix] = [:]
  ) throws(ExpressionError) -> (values: [String: Matrix], gradients: [String: Matrix]) {
    let recorded = try evaluatedLoss(loss, values)
    do { try recorded.list.backward(from: recorded.result) } catch { throw .wrongModule(error) }
    return (recorded.byName(recorded.list.value), recorded.byName(recorded.list.gradient))
  }

  /// A term that must be a 1×1, evaluated.
  func evaluatedLoss(
    _ loss: Term, _ values: [String: Matrix]
  ) throws(ExpressionError) -> RecordedExpression {
    let recorded = try evaluated(loss, values)
    let shape = recorded.list.shape(of: recorded.result)
    guard shape == Shape(1, 1) else { throw .lossIsNotANumber(loss.name, shape) }
    return recorded
  }

  private func evaluated(
    _ term: Term, _ given: [String: Matrix]
  ) throws(ExpressionError) -> RecordedExpression {
    let names = names
    let leaves = try leaves(of: term).map { names[$0.index] }
    let all = try inputDictionary(given)
    let missing = leaves.filter { all[$0] == nil }
    guard missing.isEmpty else { throw .missingValues(missing) }
    let values = leaves.compactMap { all[$0] }
    let recorded = try recorded(term.index, for: values.map(\.shape))
    recorded.list.zeroGradients()
    do {
      for (register, value) in zip(recorded.list.parameters, values) {
        try recorded.list.setValue(value, of: register)
      }
      try recorded.list.forward(to: recorded.result)
    } catch {
      throw .wrongModule(error)
    }
    return recorded
  }

  private func recorded(
    _ root: Int, for shapes: [Shape]
  ) throws(ExpressionError) -> RecordedExpression {
    if let last = recordings[root], last.shapes == shapes { return last }
    let recorded = try RecordedExpression(root, of: self, shapes)
    recordings[root] = recorded
    return recorded
  }
}
