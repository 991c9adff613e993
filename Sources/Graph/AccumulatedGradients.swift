import Layers

/// Gradients that stay until they are forgotten, and to which each backward pass adds.
///
/// Nothing has a gradient until a pass reaches it. A parameter that is used once is still changed in
/// place: its gradient is stored only when the registers it comes from are needed otherwise.
extension WengertList {
  /// Adds the gradients of `loss`, summed over its elements, to those of inputs and parameters; the
  /// registers between get those of this loss alone. What `loss` does not depend on is not visited.
  /// - Throws: `ShapeError` when a module gives a gradient of the wrong shape.
  public func addGradients(from loss: Register) throws(ShapeError) {
    storeGradients()
    for k in 0..<assignments.count { assignments[k].pointee.output.pointee.isReached = false }
    let cell = self[loss]
    guard cell.pointee.hasGradient else { return }
    // No assignment gives a parameter the gradient of itself, so it must be stored.
    cell.pointee.isUpdatedInPlace = false
    reach(cell)
    var ones = Matrix(cell.pointee.shape)
    ones.fill(1)
    cell.pointee.gradient.matrix.add(1, ones)
    guard let start = cell.pointee.producer else { return }
    for k in (0...start).reversed() where assignments[k].pointee.output.pointee.isReached {
      for operand in assignments[k].pointee.rule.givenGradients { reach(operand) }
      try assignments[k].pointee.backward()
    }
  }

  private func reach(_ cell: CellPointer) {
    if cell.pointee.isReached || !cell.pointee.hasGradient { return }
    cell.pointee.isReached = true
    if cell.pointee.storesGradient { cell.pointee.gradient.matrix.clear() }
  }

  /// Stores the gradients of parameters that would be changed in place, so that the list may be
  /// truncated, added to or differentiated again.
  public func storeGradients() {
    for k in 0..<assignments.count {
      guard let w = assignments[k].pointee.rule.parameter else { continue }
      if w.pointee.isUpdatedInPlace && w.pointee.isReached {
        w.pointee.gradient.matrix.clear()
        assignments[k].pointee.addGradient(of: w, to: &w.pointee.gradient.matrix)
        w.pointee.isUpdatedInPlace = false
      }
    }
  }

  /// Makes all gradients zero.
  public func forgetGradients() {
    for k in 0..<cells.count { cells[k].pointee.isReached = false }
  }

  /// The gradient that the passes since ``forgetGradients()`` left; zeros for what they did not
  /// reach.
  public func accumulatedGradient(of register: Register) -> Matrix {
    let cell = self[register]
    return cell.pointee.isReached ? gradient(of: register) : Matrix(cell.pointee.shape)
  }

  /// A step of gradient descent, `w −= rate · ∂J/∂w`, for every parameter that was reached.
  public func descendAccumulated(rate: Double) {
    for k in 0..<assignments.count {
      if let w = assignments[k].pointee.rule.parameter, w.pointee.isReached {
        assignments[k].pointee.descend(rate: rate)
      }
    }
    for k in 0..<cells.count where cells[k].pointee.isParameter && cells[k].pointee.isReached {
      if cells[k].pointee.storesGradient { cells[k].pointee.descend(rate: rate) }
    }
  }

  /// `register += scale · matrix`, in place.
  /// - Throws: `ShapeError` when the matrix does not have the register's shape.
  public func add(_ scale: Double, _ matrix: Matrix, to register: Register) throws(ShapeError) {
    let cell = self[register]
    guard matrix.shape == cell.pointee.shape else {
      throw ShapeError(cell.pointee.name, "is \(cell.pointee.shape), but was given \(matrix.shape)")
    }
    cell.pointee.value.matrix.add(scale, matrix)
  }
}

extension Assignment.Rule {
  /// The operands that backward gives a gradient.
  fileprivate var givenGradients: [CellPointer] {
    switch self {
    case .softmaxCrossEntropy(_, _, let b): [b]
    default: operands
    }
  }
}
