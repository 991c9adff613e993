import Layers
import Operations

/// A Wengert list: assignments `z = g(y₁, y₂, …)` over registers, in the order they were recorded.
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
  /// Whether parameters may have gradients that are not stored: they follow from values that must
  /// not change before ``storeGradients()``.
  var hasUnstoredGradients = false
  /// Whether a backward pass may have left gradients, and marked where.
  var isReached = false
  /// The pass that is mostly made; nil after something was recorded or forgotten.
  var plan: Plan?
  /// How often the same pass was made, from one loss where no gradient was left, up to where there is a
  /// plan.
  var repeated = (loss: CellPointer?.none, count: 0)
  /// Whether the plan's pass has left gradients, and has marked nothing.
  var isPlanReached = false
  /// The number of parameters.
  var parameterCount = 0

  /// Whether the package's cross-entropy of its softmax is recorded as one module.
  private let fusesLosses: Bool

  /// An empty list.
  ///
  /// A ``CrossEntropy`` of a ``Softmax`` is fused with it, so that neither underflows; with
  /// `fusesLosses: false` every module runs as it was recorded.
  public init(fusesLosses: Bool = true) { self.fusesLosses = fusesLosses }

  // MARK: Recording

  /// A register that is given from outside and has no gradient; zero until it is set.
  public func input(_ name: String, _ shape: Shape) -> Register {
    append(Cell(name, shape, isParameter: false, hasGradient: false, producer: nil))
  }

  /// A register that is given with its value. It is no parameter, but may have a gradient.
  public func input(_ name: String, _ value: Matrix, hasGradient: Bool = false) -> Register {
    append(
      Cell(
        name, value.shape, isParameter: false, hasGradient: hasGradient, producer: nil,
        value: value, gradient: forgotten.take(hasGradient ? value.shape : Shape(0, 0))))
  }

  /// A register that is learnt; zero until it is set.
  public func parameter(_ name: String, _ shape: Shape) -> Register {
    parameterCount += 1
    return append(Cell(name, shape, isParameter: true, hasGradient: true, producer: nil))
  }

  /// Records `name = module(operands)`. The cross-entropy of a softmax is fused with it.
  /// - Throws: `ShapeError` when the module cannot be applied to these operands.
  public func record(
    _ name: String, _ module: any Module, _ operands: Register...
  ) throws(ShapeError) -> Register {
    try record(name, module, operands)
  }

  /// Records `name = module(operands)`. The cross-entropy of a softmax is fused with it.
  /// - Throws: `ShapeError` when the module cannot be applied to these operands.
  public func record(
    _ name: String, _ module: any Module, _ operands: [Register]
  ) throws(ShapeError) -> Register {
    storeGradients()
    let operands = operands.map { self[$0] }
    let shape = try module.shape(operands.map { $0.pointee.shape })
    if fusesLosses, module is CrossEntropy, let b = logits(of: operands[1]) {
      operands[1].pointee.isBypassed = true
      return append(name, shape, FusedCrossEntropy(), operands + [b], isFused: true)
    }
    return append(name, shape, module, operands, isFused: false)
  }

  private func logits(of ŷ: CellPointer) -> CellPointer? {
    ŷ.pointee.producer.flatMap { assignments[$0].pointee.operandOfSoftmax }
  }

  private func append(
    _ name: String, _ shape: Shape, _ module: any Module, _ operands: [CellPointer], isFused: Bool
  ) -> Register {
    let hasGradient = operands.contains { $0.pointee.hasGradient }
    let register = append(
      Cell(
        name, shape, isParameter: false, hasGradient: hasGradient, producer: assignments.count,
        value: forgotten.take(shape), gradient: forgotten.take(hasGradient ? shape : Shape(0, 0))))
    assignments.append(Assignment(module, operands, isFused: isFused, output: self[register]))
    forgetPlan()
    let assignment = UnsafePointer(assignments[assignments.count - 1])
    // A parameter's first use may change it in place; from its second on, gradients are added up.
    for operand in assignment.pointee.operands {
      operand.pointee.uses += 1
      operand.pointee.isUpdatedInPlace = false
    }
    if let w = assignment.pointee.parameter {
      w.pointee.isUpdatedInPlace = w.pointee.uses == 1 && !w.pointee.isReached
    }
    return register
  }

  private func append(_ cell: consuming Cell) -> Register {
    cells.append(cell)
    return Register(index: cells.count - 1)
  }

  // MARK: Values

  subscript(_ register: Register) -> CellPointer { cells[register.index] }

  /// The register's value.
  public func value(of register: Register) -> Matrix { self[register].pointee.value.matrix }

  /// A register's shape.
  public func shape(of register: Register) -> Shape { self[register].pointee.shape }

  /// The name it was recorded under.
  public func name(of register: Register) -> String { self[register].pointee.name }

  /// All parameters, in the order in which they were recorded.
  public var parameters: [Register] {
    (0..<cells.count).filter { cells[$0].pointee.isParameter }.map { Register(index: $0) }
  }

  /// Sets the value of an input or a parameter.
  /// - Throws: `ShapeError` when it does not have the register's shape.
  public func setValue(_ value: Matrix, of register: Register) throws(ShapeError) {
    try expect(value.shape, of: register)
    self[register].pointee.value.matrix = value
  }

  /// `register += scale · matrix`, in place.
  /// - Throws: `ShapeError` when the matrix does not have the register's shape.
  public func add(_ matrix: Matrix, times scale: Double, to register: Register) throws(ShapeError) {
    try expect(matrix.shape, of: register)
    self[register].pointee.value.matrix.add(matrix, times: scale)
  }

  func expect(_ found: Shape, of register: Register) throws(ShapeError) {
    storeGradients()
    let shape = shape(of: register)
    guard found == shape else {
      throw ShapeError(name(of: register), "is \(shape), but was given \(found)")
    }
  }

  /// Makes the rows of `source` from row `i` on, as many as the register has, its value, without a
  /// copy. They must be there, and as long as the register's: it is not an error, but the end of the
  /// program.
  public func load(_ register: Register, row i: Int, of source: Matrix) {
    storeGradients()
    self[register].pointee.value.matrix.move(toRow: i, of: source)
  }
}

extension WengertList: CustomStringConvertible {
  /// The assignments, for example `a = Linear(x, α)`; `suffix` follows each module's name.
  public func lines(suffix: String = "") -> [String] {
    (0..<assignments.count).map { assignments[$0].pointee.description(suffix: suffix) }
  }

  /// One line per assignment.
  public var description: String { lines().joined(separator: "\n") }

  /// The module that computes a register and the registers it reads; nil for what is given.
  public func source(of register: Register) -> (module: String, operands: [Register])? {
    guard let k = self[register].pointee.producer else { return nil }
    let assignment = UnsafePointer(assignments[k])
    let operands = assignment.pointee.operands.compactMap { operand in
      // Operands are mostly recorded shortly before.
      (0..<register.index).last { cells[$0] == operand }.map { Register(index: $0) }
    }
    return (assignment.pointee.moduleName, operands)
  }
}
