import Layers

extension WengertList {
  /// Evaluates the assignments in order, up to the one that computes `last`.
  /// - Throws: `ShapeError` when a module writes an output of another shape than it announced.
  public func forward(to last: Register) throws(ShapeError) {
    guard let end = self[last].pointee.producer else { return }
    let assignments = assignments
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
      let needed = cells.lastIndex { $0 == ŷ || $0 == y && $0.pointee.producer != nil }
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
    let (cells, assignments) = (cells, assignments)
    for cell in cells where cell.pointee.hasGradient && !cell.pointee.isUpdatedInPlace {
      cell.pointee.gradient.matrix.fill(0)
    }
    cells[loss.index].pointee.gradient.matrix.fill(1)
    for k in (0...start).reversed() where assignments[k].pointee.output.pointee.hasGradient {
      try assignments[k].pointee.backward()
    }
  }

  /// Whether no gradient that ``backward(from:)`` left is infinite or NaN.
  public var gradientsAreFinite: Bool {
    cells.allSatisfy { cell in
      !cell.pointee.hasGradient || cell.pointee.isUpdatedInPlace
        || cell.pointee.gradient.matrix.isFinite
    }
  }

  /// A step of gradient descent, `w −= rate · ∂J/∂w`, for every parameter.
  public func descend(rate: Double) {
    for assignment in assignments { assignment.pointee.descend(rate: rate) }
    for cell in cells where cell.pointee.isParameter && !cell.pointee.isUpdatedInPlace {
      cell.pointee.value.matrix.add(-rate, cell.pointee.gradient.matrix)
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
    for assignment in assignments { assignment.pointee.addGradient(of: cell, to: &gradient) }
    return gradient
  }
}
