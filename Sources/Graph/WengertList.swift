import Layers

/// A Wengert list: assignments `z = g(y₁, y₂)` over registers, in the order they were recorded.
///
/// The order of recording is the order of evaluation, so nothing is ever sorted, and backward is
/// the same list read from its end. All memory is allocated while recording.
///
/// ```swift
/// let list = WengertList()
/// let x = list.input("x", Shape(1, 128))
/// let α = list.parameter("α", Shape(129, 50))
/// let a = try list.record("a", Linear(), x, α)
/// let z = try list.record("z", Sigmoid(), a)
/// ```
///
/// Source: R. E. Wengert, "A simple automatic derivative evaluation program", CACM 7 (1964).
public final class WengertList {
  var cells = Arena<Cell>()
  var assignments = Arena<Assignment>()
  /// The matrices of registers that were forgotten.
  var forgotten = RecycledMatrices()

  /// An empty list.
  public init() {}

  // MARK: Recording

  /// A register that is given from outside and has no gradient; zero until it is set.
  public func input(_ name: String, _ shape: Shape) -> Register {
    append(Cell(name, shape, isParameter: false, hasGradient: false, producer: nil))
  }

  /// A register that is learnt; zero until it is set.
  public func parameter(_ name: String, _ shape: Shape) -> Register {
    append(Cell(name, shape, isParameter: true, hasGradient: true, producer: nil))
  }

  /// Records `name = module(a)`.
  /// - Throws: `ShapeError` when the module cannot be applied to `a`.
  public func record(
    _ name: String, _ module: any UnaryModule, _ a: Register
  ) throws(ShapeError) -> Register {
    append(name, try module.shape(self[a].pointee.shape), .unary(module, self[a]))
  }

  /// Records `name = module(a, w)`. The cross-entropy of a softmax is joined with it, unless the
  /// target has a gradient.
  /// - Throws: `ShapeError` when the module cannot be applied to `a` and `w`.
  public func record(
    _ name: String, _ module: any BinaryModule, _ a: Register, _ w: Register
  ) throws(ShapeError) -> Register {
    let shape = try module.shape(self[a].pointee.shape, self[w].pointee.shape)
    return append(name, shape, rule(module, self[a], self[w]))
  }

  private func rule(
    _ module: any BinaryModule, _ a: CellPointer, _ w: CellPointer
  ) -> Assignment.Rule {
    if module is CrossEntropy, !a.pointee.hasGradient, let producer = w.pointee.producer,
      let b = assignments[producer].pointee.rule.operandOfSoftmax
    {
      return .softmaxCrossEntropy(y: a, ŷ: w, b: b)
    }
    if let layer = module as? any ParameterModule, w.pointee.isParameter, a != w {
      return .layer(layer, a, w: w)
    }
    return .binary(module, a, w)
  }

  private func append(_ name: String, _ shape: Shape, _ rule: consuming Assignment.Rule) -> Register
  {
    let operands = rule.operands
    mark(operands, of: rule)
    let hasGradient = operands.contains { $0.pointee.hasGradient }
    let register = append(
      Cell(
        name, shape, isParameter: false, hasGradient: hasGradient, producer: assignments.count,
        value: forgotten.take(shape), gradient: forgotten.take(hasGradient ? shape : Shape(0, 0))))
    assignments.append(Assignment(rule: rule, output: self[register]))
    return register
  }

  /// A parameter's first use may change it in place; from its second on, gradients are added up.
  private func mark(_ operands: [CellPointer], of rule: borrowing Assignment.Rule) {
    for operand in operands {
      operand.pointee.uses += 1
      operand.pointee.isUpdatedInPlace = false
      if operand != rule.bypassed { operand.pointee.isGivenGradient = true }
    }
    if let w = rule.parameter {
      w.pointee.isUpdatedInPlace = w.pointee.uses == 1 && !w.pointee.isReached
    }
  }

  private func append(_ cell: consuming Cell) -> Register {
    cells.append(cell)
    return Register(index: cells.count - 1)
  }

  // MARK: Values

  subscript(_ register: Register) -> CellPointer { cells[register.index] }

  /// The register's value.
  public func value(of register: Register) -> Matrix { self[register].pointee.value.matrix }

  /// Sets the value of an input or a parameter.
  /// - Throws: `ShapeError` when it does not have the register's shape.
  public func setValue(_ value: Matrix, of register: Register) throws(ShapeError) {
    let cell = self[register]
    guard value.shape == cell.pointee.shape else {
      throw ShapeError(cell.pointee.name, "is \(cell.pointee.shape), but was given \(value.shape)")
    }
    cell.pointee.value.matrix = value
  }

  /// Makes row `i` of `source`, one example, the value of an input of one row, without a copy.
  public func load(_ register: Register, row i: Int, of source: Matrix) {
    self[register].pointee.value.matrix.move(toRow: i, of: source)
  }
}

extension WengertList: CustomStringConvertible {
  /// The assignments, for example `a = LinearForward(x, α)`.
  public var lines: [String] {
    (0..<assignments.count).map { assignments[$0].pointee.description }
  }

  /// One line per assignment.
  public var description: String { lines.joined(separator: "\n") }
}
