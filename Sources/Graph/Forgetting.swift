import Layers

/// A list that is evaluated while it is recorded need not grow for ever: its end is forgotten.
extension WengertList {
  /// How much of a list was recorded at some moment.
  public struct Mark: Sendable {
    /// The number of registers.
    public let registers: Int
    let assignments: Int
  }

  /// Where the list ends now.
  public var mark: Mark { Mark(registers: cells.count, assignments: assignments.count) }

  /// Forgets what was recorded since `mark`; registers of it must not be used any more. Their
  /// memory serves the next ones of the same shapes.
  public func truncate(to mark: Mark) {
    storeGradients()
    forgetPlan()
    for k in mark.assignments..<assignments.count {
      for operand in assignments[k].pointee.operands {
        operand.pointee.uses -= 1
        if operand.pointee.uses == 0 { operand.pointee.isUpdatedInPlace = false }
      }
    }
    for k in mark.registers..<cells.count {
      if cells[k].pointee.producer != nil { forgotten.keep(cells[k].pointee.value.matrix) }
      forgotten.keep(cells[k].pointee.gradient.matrix)
      if cells[k].pointee.isParameter { parameterCount -= 1 }
    }
    assignments.removeLast(to: mark.assignments)
    cells.removeLast(to: mark.registers)
  }

  /// Forgets, at its end, what `body` records.
  public func scope<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let start = mark
    defer { truncate(to: start) }
    return try body()
  }
}
