import Layers

extension WengertList {
  /// Evaluates the assignments in order, up to the one that computes `last`.
  /// - Throws: `ShapeError` when a module writes an output of another shape than it announced.
  public func forward(to last: Register) throws(ShapeError) {
    guard let end = self[last].pointee.producer else { return }
    for k in 0...end { try assignments[k].pointee.forward() }
  }

  /// The last register that ``forward(to:)`` must reach before ``backward(from:)``.
  ///
  /// It is the loss itself, except where the loss is joined with the softmax under it: its
  /// gradient, ŷ − y, does not need its value.
  public func lastNeeded(forBackwardFrom loss: Register) -> Register {
    guard let producer = self[loss].pointee.producer else { return loss }
    switch assignments[producer].pointee.rule {
    case .softmaxCrossEntropy(let y, let ŷ, _):
      let isNeeded = { $0 == ŷ || $0 == y && y.pointee.producer != nil }
      let needed = (0..<cells.count).last { isNeeded(cells[$0]) }
      return needed.map { Register(index: $0) } ?? loss
    default: return loss
    }
  }

  /// Computes the gradients of `loss`, summed over its elements, by reading the list backwards.
  ///
  /// All gradients come from the parameters as they are: none changes before ``descend(rate:)``.
  /// - Throws: `ShapeError` when a module gives a gradient of the wrong shape.
  public func backward(from loss: Register) throws(ShapeError) {
    guard let start = self[loss].pointee.producer else { return }
    for k in 0..<cells.count where cells[k].pointee.storesGradient {
      if k == loss.index {
        cells[k].pointee.gradient.matrix.fill(1)
      } else {
        cells[k].pointee.gradient.matrix.clear()
      }
    }
    for k in (0...start).reversed() {
      let output = assignments[k].pointee.output
      if output.pointee.hasGradient && (output.pointee.isGivenGradient || k == start) {
        try assignments[k].pointee.backward()
      }
    }
  }

  /// Whether no gradient that ``backward(from:)`` left is infinite or NaN.
  public var gradientsAreFinite: Bool {
    for k in 0..<cells.count where cells[k].pointee.storesGradient {
      if cells[k].pointee.isGivenGradient && !cells[k].pointee.gradient.isFinite { return false }
    }
    return true
  }

  /// A step of gradient descent, `w −= rate · ∂J/∂w`, for every parameter.
  public func descend(rate: Double) {
    for k in 0..<assignments.count { assignments[k].pointee.descend(rate: rate) }
    for k in 0..<cells.count where cells[k].pointee.isParameter {
      if cells[k].pointee.storesGradient { cells[k].pointee.descend(rate: rate) }
    }
  }

  /// The same step with the gradients of another list, on which the same was recorded for other rows.
  public func descend(rate: Double, along other: WengertList) {
    precondition(other.cells.count == cells.count && other.assignments.count == assignments.count)
    for k in 0..<assignments.count {
      guard let w = assignments[k].pointee.rule.parameter, w.pointee.isUpdatedInPlace else {
        continue
      }
      other.assignments[k].pointee.addGradient(-rate, to: &w.pointee.value)
    }
    for k in 0..<cells.count where cells[k].pointee.isParameter {
      guard cells[k].pointee.storesGradient else { continue }
      cells[k].pointee.value.matrix.add(-rate, other.cells[k].pointee.gradient.matrix)
    }
  }

  /// `∂J/∂register` after ``backward(from:)``, of the register's shape.
  ///
  /// The gradient of an input is not computed, and none is computed for ŷ where the loss is joined
  /// with the softmax: both come as zeros.
  public func gradient(of register: Register) -> Matrix {
    let cell = self[register]
    guard cell.pointee.hasGradient else { return Matrix(cell.pointee.shape) }
    guard cell.pointee.isUpdatedInPlace else { return cell.pointee.gradient.matrix }
    var gradient = Matrix(cell.pointee.shape)
    for k in 0..<assignments.count {
      assignments[k].pointee.addGradient(of: cell, to: &gradient)
    }
    return gradient
  }
}
