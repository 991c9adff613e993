import Layers

/// Values in, values out, all by the names of terms.
extension Expressions {
  /// The values of all inputs and parameters: those given, otherwise their defaults.
  /// - Throws: `ExpressionError` when a name is not that of an input or a parameter.
  public func inputDictionary(
    _ values: [String: Matrix] = [:]
  ) throws(ExpressionError) -> [String: Matrix] {
    let names = names
    let isGiven = definitions.map { $0.module == nil }
    let accepted = zip(names, isGiven).filter(\.1).map(\.0)
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
  /// - Throws: `ExpressionError` when a value is missing, or does not fit.
  public func eval(
    _ term: Term, _ values: [String: Matrix] = [:]
  ) throws(ExpressionError) -> [String: Matrix] {
    let recording = try evaluated(term, values)
    return byName(recording.indices) { recording.value(of: $0) }
  }

  /// The values of `loss` and of all it depends on, and its gradients with respect to them.
  ///
  /// - Parameters:
  ///   - loss: a 1×1.
  ///   - values: by name; they take the place of defaults.
  /// - Throws: `ExpressionError` when a value is missing, or does not fit, or `loss` is not 1×1.
  public func backpropagate(
    _ loss: Term, _ values: [String: Matrix] = [:]
  ) throws(ExpressionError) -> (values: [String: Matrix], gradients: [String: Matrix]) {
    let recording = try evaluated(loss, values)
    let shape = recording.value(of: loss.index).shape
    guard shape == Shape(1, 1) else { throw .lossIsNotANumber(loss.name, shape) }
    do { try recording.backward() } catch { throw .wrongModule(error) }
    return (
      byName(recording.indices) { recording.value(of: $0) },
      byName(recording.indices) { recording.gradient(of: $0) }
    )
  }

  private func evaluated(
    _ term: Term, _ given: [String: Matrix]
  ) throws(ExpressionError) -> RecordedExpression {
    let values = try values(of: try leaves(of: term), given)
    let recording = try recording(of: term.index, for: values.mapValues(\.shape))
    do { try recording.forward(values) } catch { throw .wrongModule(error) }
    return recording
  }

  private func recording(
    of root: Int, for shapes: [Int: Shape]
  ) throws(ExpressionError) -> RecordedExpression {
    if let last = recordings[root], last.shapes == shapes { return last }
    let recording = try RecordedExpression(root, of: self, shapes)
    recordings[root] = recording
    return recording
  }

  private func values(
    of leaves: [Term], _ given: [String: Matrix]
  ) throws(ExpressionError) -> [Int: Matrix] {
    let all = try inputDictionary(given)
    let names = names
    let missing = leaves.map { names[$0.index] }.filter { all[$0] == nil }
    guard missing.isEmpty else { throw .missingValues(missing) }
    return leaves.reduce(into: [:]) { $0[$1.index] = all[names[$1.index]] }
  }

  private func byName(_ indices: [Int], _ matrix: (Int) -> Matrix) -> [String: Matrix] {
    let names = names
    return Dictionary(uniqueKeysWithValues: indices.map { (names[$0], matrix($0)) })
  }
}
