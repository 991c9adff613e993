import Layers

/// A backward pass from one loss, where no gradient is left of another: which modules are called, which
/// call is the first to write to a gradient, and which parameters a step then changes in place. It is
/// found out once, when the same pass was made twice since something was recorded; from then on a pass
/// neither asks nor marks anything.
///
/// Not copyable, and without arrays: those would be counted and checked at every pass.
struct Plan: ~Copyable {
  /// The call of a module for the gradient of one operand.
  struct Call {
    let assignment: UnsafePointer<Assignment>
    /// The operand's number.
    let index: Int
    let operand: CellPointer
    /// Whether it is the first to write to this gradient.
    let isFirst: Bool
  }

  /// A parameter that is changed in place.
  struct Update {
    /// The number of the assignment that has its gradient.
    let assignment: Int
    let parameter: CellPointer
  }

  let loss: CellPointer
  /// In the order of the pass.
  let calls: UnsafeMutableBufferPointer<Call>
  /// What gets a gradient.
  let reached: UnsafeMutableBufferPointer<CellPointer>
  /// What of it is stored, and is not the loss.
  let stored: UnsafeMutableBufferPointer<CellPointer>
  /// In the order of the pass.
  let updates: UnsafeMutableBufferPointer<Update>

  /// Of the pass that has just been made, the only one since the gradients were zero.
  init(from loss: CellPointer, in list: WengertList) {
    self.loss = loss
    let cells = (0..<list.cells.count).map { list.cells[$0] }.filter { $0.pointee.isReached }
    var calls: [Call] = []
    var updates: [Update] = []
    var written: Set = [loss]
    for k in (0..<list.assignments.count).reversed() {
      let assignment = list.assignments[k]
      if !assignment.pointee.output.pointee.isReached { continue }
      for (index, operand) in assignment.pointee.storedOperands {
        calls.append(
          Call(
            assignment: UnsafePointer(assignment), index: index, operand: operand,
            isFirst: written.insert(operand).inserted))
      }
      if let w = assignment.pointee.parameter, w.pointee.isUpdatedInPlace {
        updates.append(Update(assignment: k, parameter: w))
      }
    }
    self.calls = .copy(of: calls)
    self.updates = .copy(of: updates)
    reached = .copy(of: cells)
    stored = .copy(of: cells.filter { $0.pointee.storesGradient && $0.pointee.uses > 0 })
  }

  deinit {
    calls.deallocate()
    reached.deallocate()
    stored.deallocate()
    updates.deallocate()
  }

  /// Makes the pass, unless it is stopped.
  /// - Throws: `ShapeError` when a module leaves a gradient of another shape.
  @inline(__always)
  func run(until isStopped: () -> Bool) throws(ShapeError) {
    loss.pointee.fillOnes()
    for call in calls where !isStopped() {
      if call.isFirst { call.operand.pointee.clearGradient() }
      try call.assignment.pointee.addGradient(ofOperand: call.index, to: call.operand)
    }
  }
}

extension WengertList {
  /// Makes the pass from `loss` by the plan, if there is one for it and no gradient is left.
  /// - Returns: whether there is.
  @inline(__always)
  func runPlan(from loss: Register, until isStopped: () -> Bool) throws(ShapeError) -> Bool {
    guard !isReached, !isPlanReached, plan?.loss == self[loss] else { return false }
    isPlanReached = true
    hasUnstoredGradients = true
    try plan?.run(until: isStopped)
    return true
  }

  /// Makes a plan of the pass that has just been made from `loss`, if it was made before.
  func planRepeated(from loss: Register) {
    repeated = (self[loss], repeated.loss == self[loss] ? repeated.count + 1 : 1)
    if repeated.count == 2 { plan = Plan(from: self[loss], in: self) }
  }

  /// To be called where the list changes.
  func forgetPlan() {
    markReached()
    plan = nil
    repeated = (nil, 0)
  }

  /// Marks what the plan's pass has left.
  func markReached() {
    guard isPlanReached, let reached = plan?.reached else { return }
    isPlanReached = false
    isReached = true
    for cell in reached { cell.pointee.isReached = true }
  }
}

extension UnsafeMutableBufferPointer {
  fileprivate static func copy(of elements: [Element]) -> Self {
    let copy = Self.allocate(capacity: elements.count)
    _ = copy.initialize(from: elements)
    return copy
  }
}
