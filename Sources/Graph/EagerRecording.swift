import Layers

/// A list that is evaluated while it is recorded, and forgotten afterwards.
extension WengertList {
  /// How much of a list was recorded at some moment.
  public struct Mark: Sendable {
    /// How many registers there were.
    public let registers: Int
    let assignments: Int
  }

  /// Where the list ends now.
  public var mark: Mark { Mark(registers: cells.count, assignments: assignments.count) }

  /// A register with a value of its own. It is no parameter, but may have a gradient.
  public func given(_ name: String, _ value: Matrix, hasGradient: Bool) -> Register {
    let shape = value.shape
    cells.append(
      Cell(
        name, shape, isParameter: false, hasGradient: hasGradient, producer: nil, value: value,
        gradient: forgotten.take(hasGradient ? shape : Shape(0, 0))))
    return Register(index: cells.count - 1)
  }

  /// Computes a register from its operands, which have their values already.
  /// - Throws: `ShapeError` when the module writes another shape than it announced.
  public func evaluate(_ register: Register) throws(ShapeError) {
    guard let k = self[register].pointee.producer else { return }
    try assignments[k].pointee.forward()
  }

  /// Forgets what was recorded since `mark`; registers of it must not be used any more. Their
  /// memory serves the next ones of the same shapes.
  public func truncate(to mark: Mark) {
    for k in mark.assignments..<assignments.count {
      for operand in assignments[k].pointee.rule.operands {
        operand.pointee.uses -= 1
        if operand.pointee.uses == 0 { operand.pointee.isUpdatedInPlace = false }
      }
    }
    for k in mark.registers..<cells.count {
      if cells[k].pointee.producer != nil { forgotten.keep(cells[k].pointee.value.matrix) }
      forgotten.keep(cells[k].pointee.gradient.matrix)
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

  /// The module that computes a register and the registers it reads; nil for what is given.
  public func source(of register: Register) -> (module: String, operands: [Register])? {
    guard let k = self[register].pointee.producer else { return nil }
    let rule = UnsafePointer(assignments[k])
    let operands = rule.pointee.rule.operands.compactMap { operand in
      // Operands are mostly recorded shortly before.
      (0..<register.index).last { cells[$0] == operand }.map { Register(index: $0) }
    }
    return (rule.pointee.rule.moduleName, operands)
  }

  /// A register's shape.
  public func shape(of register: Register) -> Shape { self[register].pointee.shape }

  /// The name it was recorded under.
  public func name(of register: Register) -> String { self[register].pointee.name }
}

extension Register {
  /// How many registers were recorded before it.
  public var position: Int { index }
}
