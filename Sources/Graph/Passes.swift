import Layers

/// The forward pass, the backward pass, and what they leave.
extension WengertList {
  // MARK: Forward

  /// Evaluates the assignments in order, up to the one that computes `last`.
  /// - Throws: `ShapeError` when a module writes an output of another shape than it announced.
  public func forward(to last: Register) throws(ShapeError) {
    guard let end = self[last].pointee.producer else { return }
    storeGradients()
    for k in 0...end { try assignments[k].pointee.forward() }
  }

  /// The same, but asks before each assignment whether to stop; the values mean nothing then.
  package func forward(to last: Register, until isStopped: () -> Bool) throws(ShapeError) {
    guard let end = self[last].pointee.producer else { return }
    storeGradients()
    for k in 0...end where !isStopped() { try assignments[k].pointee.forward() }
  }

  /// The values of `output` for all rows of a matrix, which the input takes as many at a time as it
  /// has; to the last of them come rows of zeros.
  /// - Throws: `ShapeError` when the rows are not as long as the input's, or a module writes an output
  ///   of another shape than it announced.
  public func values(
    of output: Register, for input: Register, rows: Matrix
  ) throws(ShapeError) -> Matrix {
    let size = shape(of: input).rows
    try expect(Shape(size, rows.columns), of: input)
    var result = Matrix(rows: rows.rows, columns: shape(of: output).columns)
    for start in stride(from: 0, to: rows.rows, by: size) {
      let batch = start..<min(start + size, rows.rows)
      if batch.count == size {
        load(input, row: start, of: rows)
      } else {
        var value = Matrix(rows: size, columns: rows.columns)
        for i in batch { value.copyRow(i, of: rows, to: i - start) }
        try setValue(value, of: input)
      }
      try forward(to: output)
      for i in batch { result.copyRow(i - start, of: self.value(of: output), to: i) }
    }
    return result
  }

  /// Computes a register from its operands, which have their values already.
  /// - Throws: `ShapeError` when the module writes another shape than it announced.
  public func evaluate(_ register: Register) throws(ShapeError) {
    guard let k = self[register].pointee.producer else { return }
    try assignments[k].pointee.forward()
  }

  /// The last register that ``forward(to:)`` must reach before ``backward(from:)``.
  ///
  /// It is the loss itself, except where the loss is fused with the softmax under it: its
  /// gradient, ŷ − y, does not need its value.
  public func lastNeeded(forBackwardFrom loss: Register) -> Register {
    guard let k = self[loss].pointee.producer, assignments[k].pointee.isFused else { return loss }
    let computed = assignments[k].pointee.operands.filter { $0.pointee.producer != nil }
    let last = (0..<loss.index).last { computed.contains(cells[$0]) }
    return last.map { Register(index: $0) } ?? loss
  }

  // MARK: Backward

  /// Adds the gradients of `loss`, summed over its elements, to those of inputs and parameters, by
  /// reading the list backwards; the registers between get those of this loss alone.
  ///
  /// Gradients add up until ``zeroGradients()``. All come from the parameters as they are: none
  /// changes before a step. What `loss` does not depend on is not visited. ∂J/∂J is 1.
  /// - Throws: `ShapeError` when a module gives a gradient of the wrong shape.
  public func backward(from loss: Register) throws(ShapeError) {
    try backward(from: loss) { false }
  }

  /// The same, but asks before each module whether to stop; the gradients mean nothing then.
  @inline(__always)
  package func backward(from loss: Register, until isStopped: () -> Bool) throws(ShapeError) {
    if try runPlan(from: loss, until: isStopped) { return }
    let isAlone = !isReached && !isPlanReached
    guard let start = prepareBackward(from: loss) else { return }
    for k in (0...start).reversed() where assignments[k].pointee.output.pointee.isReached {
      if isStopped() { return }
      try assignments[k].pointee.backward()
    }
    if isAlone { planRepeated(from: loss) }
  }

  /// - Returns: the assignment at which a pass starts; nil where nothing is to be done.
  @inline(__always)
  private func prepareBackward(from loss: Register) -> Int? {
    storeGradients()
    markReached()
    if isReached {
      for k in 0..<assignments.count { assignments[k].pointee.output.pointee.isReached = false }
    }
    isReached = true
    let cell = self[loss]
    guard cell.pointee.hasGradient else { return nil }
    // No assignment gives a parameter the gradient of itself, so it must be stored.
    cell.pointee.isUpdatedInPlace = false
    cell.pointee.addOnes()
    guard let start = cell.pointee.producer else { return nil }
    hasUnstoredGradients = true
    return start
  }

  /// Makes all gradients zero.
  public func zeroGradients() {
    if isReached { for k in 0..<cells.count { cells[k].pointee.isReached = false } }
    isReached = false
    isPlanReached = false
    hasUnstoredGradients = false
  }

  /// `∂J/∂register`, of the register's shape, as the passes since ``zeroGradients()`` left it; zeros
  /// for inputs, and for what they did not reach.
  public func gradient(of register: Register) -> Matrix {
    markReached()
    let cell = self[register]
    let isStored = cell.pointee.isReached && cell.pointee.storesGradient
    var gradient = isStored ? cell.pointee.gradient.matrix : Matrix(cell.pointee.shape)
    if cell.pointee.isUpdatedInPlace || cell.pointee.isBypassed {
      for k in 0..<assignments.count {
        assignments[k].pointee.addUnstoredGradient(of: cell, to: &gradient)
      }
    }
    return gradient
  }

  /// Whether no gradient that the last pass left is infinite or NaN; that of the loss is 1.
  public var gradientsAreFinite: Bool {
    var sum = Vector.zero
    if isPlanReached, let stored = plan?.stored {
      for cell in stored { sum += cell.pointee.gradient.sumTimesZero }
      return sum.isZero
    }
    for k in 0..<cells.count {
      let cell = cells[k]
      if cell.pointee.isReached && cell.pointee.storesGradient && cell.pointee.uses > 0 {
        sum += cell.pointee.gradient.sumTimesZero
      }
    }
    return sum.isZero
  }

  /// Stores the gradients of parameters that would be changed in place, before what they follow from
  /// changes: a value, or the list.
  @inline(__always)
  func storeGradients() { if hasUnstoredGradients { storeUnstoredGradients() } }

  @inline(never)
  private func storeUnstoredGradients() {
    hasUnstoredGradients = false
    forgetPlan()
    for k in 0..<assignments.count {
      guard let w = assignments[k].pointee.parameter, w.pointee.isUpdatedInPlace,
        w.pointee.isReached
      else { continue }
      w.pointee.gradient.matrix.clear()
      assignments[k].pointee.addGradient(1, to: &w.pointee.gradient)
      w.pointee.isUpdatedInPlace = false
    }
  }
}

extension Slot {
  fileprivate var sumTimesZero: Vector { matrix.sumTimesZero }
}
