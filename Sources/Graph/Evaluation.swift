import Layers

extension WengertList {
  /// Evaluates the assignments in order, up to the one that computes `last`.
  /// - Throws: `ShapeError` when a module writes an output of another shape than it announced.
  public func forward(to last: Register) throws(ShapeError) {
    guard let end = self[last].pointee.producer else { return }
    for k in 0...end { try assignments[k].forward() }
  }

  /// The last register that ``forward(to:)`` must reach before ``backward(from:)``.
  ///
  /// It is the loss itself, except where the loss is joined with the softmax under it: its
  /// gradient, ŷ − y, does not need its value.
  public func lastNeeded(forBackwardFrom loss: Register) -> Register {
    guard let producer = self[loss].pointee.producer,
      case .softmaxCrossEntropy(let y, let ŷ, _) = assignments[producer].rule,
      let index = cells.lastIndex(where: { $0 == ŷ || $0 == y && $0.pointee.producer != nil })
    else { return loss }
    return Register(index: index)
  }

  /// Computes the gradients of `loss`, summed over its elements, by reading the list backwards.
  ///
  /// All gradients come from the parameters as they are: none changes before ``descend(rate:)``.
  /// - Throws: `ShapeError` when a module gives a gradient of the wrong shape.
  public func backward(from loss: Register) throws(ShapeError) {
    guard let start = self[loss].pointee.producer else { return }
    for cell in cells where cell.pointee.hasGradient && !cell.pointee.isUpdatedInPlace {
      cell.pointee.gradient.matrix.fill(0)
    }
    self[loss].pointee.gradient.matrix.fill(1)
    for k in (0...start).reversed() where assignments[k].output.pointee.hasGradient {
      try assignments[k].backward()
    }
  }

  /// Whether no gradient that ``backward(from:)`` left is infinite or NaN.
  public var gradientsAreFinite: Bool {
    cells.allSatisfy { $0.pointee.isUpdatedInPlace || $0.pointee.gradient.matrix.isFinite }
  }

  /// A step of gradient descent, `w −= rate · ∂J/∂w`, for every parameter.
  public func descend(rate: Double) {
    for assignment in assignments {
      if case .layer(let module, let a, let w) = assignment.rule, w.pointee.isUpdatedInPlace {
        module.accumulate(
          -rate, a.pointee.value, assignment.output.pointee.gradient, into: &w.pointee.value)
      }
    }
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
    for assignment in assignments {
      if case .layer(let module, let a, let w) = assignment.rule, w == cell {
        module.accumulate(
          1, a.pointee.value.matrix, assignment.output.pointee.gradient.matrix, into: &gradient)
      }
    }
    return gradient
  }
}
