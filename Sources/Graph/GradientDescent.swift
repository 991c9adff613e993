import Layers

/// Gradient descent, with momentum if wanted: `v ← μ v + ∂J/∂w`, `w ← w − rate · v`.
///
/// It takes the parameters of any list; with momentum, of one list from its first step on.
///
/// Source: B. T. Polyak, "Some methods of speeding up the convergence of iteration methods" (1964).
public struct GradientDescent: Sendable {
  /// The learning rate, or step size.
  public var rate: Double
  /// μ: how much of the last step's direction is kept.
  public let momentum: Double
  /// v, in the order of the list's parameters.
  private var velocities: [Matrix] = []

  /// Descent with this rate; with momentum 0 nothing is kept of past steps.
  public init(rate: Double, momentum: Double = 0) {
    (self.rate, self.momentum) = (rate, momentum)
  }

  /// One step of learning: sets these values, evaluates `loss`, differentiates it and takes a step.
  /// - Returns: the sum of the loss's elements, before the step.
  /// - Throws: `ShapeError` when a value does not have its register's shape, or a module leaves a
  ///   matrix of a wrong one.
  @discardableResult
  public mutating func learn(
    _ loss: Register, on list: WengertList, from values: [Register: Matrix]
  ) throws(ShapeError) -> Double {
    list.zeroGradients()
    for (register, value) in values { try list.setValue(value, of: register) }
    try list.forward(to: loss)
    try list.backward(from: loss)
    step(list)
    return list.value(of: loss).values.reduce(0, +)
  }

  /// A step of all parameters of a list, with the gradients that its backward passes left. It
  /// leaves the gradients as they are: ``WengertList/zeroGradients()`` comes before the next pass.
  public mutating func step(_ list: WengertList) {
    if momentum == 0 { return list.descend(rate: rate) }
    for (k, w) in list.parameters.enumerated() {
      if k == velocities.count { velocities.append(Matrix(list.shape(of: w))) }
      var velocity = list.gradient(of: w)
      velocity.add(velocities[k], times: momentum)
      velocities[k] = velocity
      list[w].pointee.value.matrix.add(velocity, times: -rate)
    }
  }
}

extension WengertList {
  /// A step of gradient descent, `w −= rate · ∂J/∂w`, for every parameter.
  package func descend(rate: Double) { descend(rate: rate, along: self) }

  /// The same step with the gradients of another list, on which the same was recorded for other rows
  /// and the same passes were made. Of that list's parameters only gradients are read: another thread
  /// may change their values.
  ///
  /// From the list's end: backward has just read those parameters, and forward will read the
  /// others first, so both find them in the cache.
  package func descend(rate: Double, along other: WengertList) {
    require(
      other.cells.count == cells.count && other.assignments.count == assignments.count,
      "the gradients of another list")
    if isPlanReached, let updates = plan?.updates, updates.count == parameterCount {
      for update in updates {
        let assignment = UnsafePointer(other.assignments[update.assignment])
        assignment.pointee.addGradient(-rate, to: &update.parameter.pointee.value)
      }
      return
    }
    markReached()
    var changed = 0
    for k in (0..<assignments.count).reversed() {
      guard let w = assignments[k].pointee.parameter, w.pointee.isUpdatedInPlace,
        w.pointee.isReached
      else { continue }
      let assignment = UnsafePointer(other.assignments[k])
      assignment.pointee.addGradient(-rate, to: &w.pointee.value)
      changed += 1
    }
    if changed == parameterCount { return }
    for k in 0..<cells.count {
      // Through `cells` itself a change of the value would count as one of the list.
      let (w, gradient) = (cells[k], UnsafePointer(other.cells[k]))
      if w.pointee.isParameter && w.pointee.isReached && w.pointee.storesGradient {
        w.pointee.value.matrix.add(gradient.pointee.gradient.matrix, times: -rate)
      }
    }
  }
}
