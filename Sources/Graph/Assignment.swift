import Layers

/// One line of a ``WengertList``: `output = module(operands)`.
///
/// Not copyable, like ``Cell``: a copy of its module at every pass would cost as much as a call.
struct Assignment: ~Copyable {
  private let module: any Module
  /// The same module, where its second operand is a parameter and nothing else of it.
  private let layer: Layer?
  private let cells: UnsafeMutablePointer<CellPointer>
  private let count: Int
  /// Whether it is a cross-entropy that was fused with the softmax under it.
  let isFused: Bool
  let output: CellPointer

  private struct Layer: ~Copyable {
    let module: any ParameterModule

    init?(_ module: any Module) {
      guard let module = module as? any ParameterModule else { return nil }
      self.module = module
    }
  }

  /// `module(operands)`, computed into `output`.
  init(_ module: any Module, _ operands: [CellPointer], isFused: Bool, output: CellPointer) {
    self.module = module
    self.output = output
    self.isFused = isFused
    let isLayer = operands.count == 2 && operands[1].pointee.isParameter
    layer = isLayer && operands[0] != operands[1] ? Layer(module) : nil
    count = operands.count
    cells = .allocate(capacity: count)
    for (k, operand) in operands.enumerated() { (cells + k).initialize(to: operand) }
  }

  deinit { cells.deallocate() }

  var moduleName: String { module.name }

  /// The operands as they were recorded, without what was added by fusing.
  var operands: UnsafeBufferPointer<CellPointer> {
    UnsafeBufferPointer(start: cells, count: isFused ? 2 : count)
  }

  /// The parameter of a layer.
  var parameter: CellPointer? {
    switch layer {
    case .some: cells[1]
    case .none: nil
    }
  }

  /// The logits, if this is a softmax.
  var operandOfSoftmax: CellPointer? { module is Softmax ? cells[0] : nil }

  /// For example `a = Linear(x, α)`; `suffix` follows the module's name.
  func description(suffix: String) -> String {
    let operands = operands.map { $0.pointee.name }.joined(separator: ", ")
    return "\(output.pointee.name) = \(moduleName)\(suffix)(\(operands))"
  }

  // MARK: Passes

  /// Computes the output from the operands.
  /// - Throws: `ShapeError` when the module writes another shape than it announced.
  func forward() throws(ShapeError) {
    module.forward(slots, into: &output.pointee.value)
    try expect(output.pointee.value, output.pointee.shape)
  }

  /// Adds to the operands' gradients what they get from the output's.
  /// - Throws: `ShapeError` when the module leaves a gradient of another shape.
  func backward() throws(ShapeError) {
    for k in 0..<count where hasGradient(k) {
      cells[k].pointee.reach()
      if !cells[k].pointee.isUpdatedInPlace { try addGradient(ofOperand: k, to: cells[k]) }
    }
  }

  /// The operands whose gradients a pass stores, with their numbers.
  var storedOperands: [(index: Int, cell: CellPointer)] {
    (0..<count).filter { hasGradient($0) && !cells[$0].pointee.isUpdatedInPlace }
      .map { ($0, cells[$0]) }
  }

  private func hasGradient(_ k: Int) -> Bool {
    cells[k].pointee.hasGradient && !(isFused && k == 1)
  }

  /// Adds to the gradient of one operand, which is stored in `cell`, what it gets from the output's.
  /// - Throws: `ShapeError` when the module leaves a gradient of another shape.
  @inline(__always)
  func addGradient(ofOperand k: Int, to cell: CellPointer) throws(ShapeError) {
    module.backward(
      slots, output.pointee.value, output.pointee.gradient, adding: &cell.pointee.gradient, of: k)
    try expect(cell.pointee.gradient, cell.pointee.shape)
  }

  /// `w += scale · ∂J/∂w` for a parameter whose gradient is not stored.
  func addGradient(_ scale: Double, to w: inout Slot) {
    switch layer {
    case .some(let layer):
      layer.module.accumulate(scale, cells[0].pointee.value, output.pointee.gradient, adding: &w)
    case .none: break
    }
  }

  /// Adds the gradients of an operand that no pass stores: of a parameter that is updated in place,
  /// and of the softmax under a fused loss.
  func addUnstoredGradient(of operand: CellPointer, to gradient: inout Matrix) {
    guard output.pointee.isReached else { return }
    if parameter == operand && operand.pointee.isUpdatedInPlace {
      var sum = Slot(gradient)
      addGradient(1, to: &sum)
      gradient = sum.matrix
    } else if isFused && cells[1] == operand {
      CrossEntropy().backward(
        cells[0].pointee.value.matrix, operand.pointee.value.matrix, output.pointee.value.matrix,
        output.pointee.gradient.matrix, addingW: &gradient)
    }
  }

  /// The operands' values: a cell begins with its value.
  private var slots: Operands {
    Operands(
      UnsafeRawPointer(cells).assumingMemoryBound(to: UnsafePointer<Slot>.self), count: count)
  }

  @inline(__always)
  private func expect(_ slot: borrowing Slot, _ shape: Shape) throws(ShapeError) {
    if slot.matrix.shape != shape {
      throw ShapeError(
        moduleName, "left a matrix of shape \(slot.matrix.shape), expected \(shape)")
    }
  }
}

// Modules on slots: passing a `Slot` lends its matrix without a copy.

extension Module {
  @inline(__always)
  fileprivate func forward(_ operands: Operands, into b: inout Slot) {
    forward(operands, into: &b.matrix)
  }

  @inline(__always)
  fileprivate func backward(
    _ operands: Operands, _ b: borrowing Slot, _ gB: borrowing Slot, adding gradient: inout Slot,
    of index: Int
  ) {
    backward(operands, b.matrix, gB.matrix, adding: &gradient.matrix, of: index)
  }
}

extension ParameterModule {
  @inline(__always)
  fileprivate func accumulate(
    _ scale: Double, _ a: borrowing Slot, _ gB: borrowing Slot, adding w: inout Slot
  ) {
    accumulate(scale, a.matrix, gB.matrix, adding: &w.matrix)
  }
}
