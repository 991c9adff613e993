import Layers

extension Assignment {
  /// Computes the output from the operands.
  /// - Throws: `ShapeError` when the module writes another shape than it announced.
  func forward() throws(ShapeError) {
    switch rule {
    case .unary(let module, let a):
      module.forward(a.pointee.value, into: &output.pointee.value)
    case .binary(let module, let a, let w):
      module.forward(a.pointee.value, w.pointee.value, into: &output.pointee.value)
    case .layer(let module, let a, let w):
      module.forward(a.pointee.value, w.pointee.value, into: &output.pointee.value)
    case .softmaxCrossEntropy(let y, _, let b):
      SoftmaxCrossEntropy().forward(
        y.pointee.value, b.pointee.value, into: &output.pointee.value)
    }
    try expect(output.pointee.value, output.pointee.shape)
  }

  /// Adds to the operands' gradients what they get from the output's.
  /// - Throws: `ShapeError` when the module leaves a gradient of another shape.
  func backward() throws(ShapeError) {
    switch rule {
    case .unary(let module, let a):
      module.backward(
        a.pointee.value, output.pointee.value, output.pointee.gradient,
        adding: &a.pointee.gradient)
      try expect(a.pointee.gradient, a.pointee.shape)
    case .binary(let module, let a, let w):
      try backward(module, a, w)
    case .layer(let module, let a, let w):
      try backward(module, a, w)
    case .softmaxCrossEntropy(let y, let ŷ, let b):
      SoftmaxCrossEntropy().backward(
        y.pointee.value, softmax: ŷ.pointee.value, output.pointee.gradient,
        adding: &b.pointee.gradient)
    }
  }

  /// `w −= rate · gW` where that can be done in place.
  func descend(rate: Double) {
    if let w = rule.parameter, w.pointee.isUpdatedInPlace {
      addGradient(-rate, to: &w.pointee.value)
    }
  }

  /// `w += scale · gW` for the parameter of a layer.
  func addGradient(_ scale: Double, to w: inout Slot) {
    switch rule {
    case .layer(let module, let a, _):
      module.accumulate(scale, a.pointee.value, output.pointee.gradient, adding: &w)
    default: break
    }
  }

  /// Adds the gradient of a parameter that is updated in place and so was never stored.
  func addGradient(of cell: CellPointer, to gradient: inout Matrix) {
    switch rule {
    case .layer(let module, let a, let w):
      if w == cell {
        module.accumulate(
          1, a.pointee.value.matrix, output.pointee.gradient.matrix, adding: &gradient)
      }
    default: break
    }
  }

  private func backward<Module: BinaryModule>(
    _ module: borrowing Module, _ a: CellPointer, _ w: CellPointer
  ) throws(ShapeError) {
    if a.pointee.hasGradient {
      module.backward(
        a.pointee.value, w.pointee.value, output.pointee.value, output.pointee.gradient,
        addingA: &a.pointee.gradient)
      try expect(a.pointee.gradient, a.pointee.shape)
    }
    if w.pointee.hasGradient && !w.pointee.isUpdatedInPlace {
      module.backward(
        a.pointee.value, w.pointee.value, output.pointee.value, output.pointee.gradient,
        addingW: &w.pointee.gradient)
      try expect(w.pointee.gradient, w.pointee.shape)
    }
  }

  @inline(__always)
  private func expect(_ slot: borrowing Slot, _ shape: Shape) throws(ShapeError) {
    if slot.matrix.shape != shape {
      throw ShapeError(
        rule.moduleName, "left a matrix of shape \(slot.matrix.shape), expected \(shape)")
    }
  }
}

// Modules on slots: passing a `Slot` lends its matrix without a copy.

extension UnaryModule {
  @inline(__always)
  fileprivate func forward(_ a: borrowing Slot, into b: inout Slot) {
    forward(a.matrix, into: &b.matrix)
  }

  @inline(__always)
  fileprivate func backward(
    _ a: borrowing Slot, _ b: borrowing Slot, _ gB: borrowing Slot, adding gA: inout Slot
  ) {
    backward(a.matrix, b.matrix, gB.matrix, adding: &gA.matrix)
  }
}

extension BinaryModule {
  @inline(__always)
  fileprivate func forward(_ a: borrowing Slot, _ w: borrowing Slot, into b: inout Slot) {
    forward(a.matrix, w.matrix, into: &b.matrix)
  }

  @inline(__always)
  fileprivate func backward(
    _ a: borrowing Slot, _ w: borrowing Slot, _ b: borrowing Slot, _ gB: borrowing Slot,
    addingA gA: inout Slot
  ) {
    backward(a.matrix, w.matrix, b.matrix, gB.matrix, addingA: &gA.matrix)
  }

  @inline(__always)
  fileprivate func backward(
    _ a: borrowing Slot, _ w: borrowing Slot, _ b: borrowing Slot, _ gB: borrowing Slot,
    addingW gW: inout Slot
  ) {
    backward(a.matrix, w.matrix, b.matrix, gB.matrix, addingW: &gW.matrix)
  }
}

extension SoftmaxCrossEntropy {
  @inline(__always)
  fileprivate func backward(
    _ y: borrowing Slot, softmax ŷ: borrowing Slot, _ gJ: borrowing Slot, adding gB: inout Slot
  ) {
    backward(y.matrix, softmax: ŷ.matrix, gJ.matrix, adding: &gB.matrix)
  }
}

extension ParameterModule {
  @inline(__always)
  func accumulate(
    _ scale: Double, _ a: borrowing Slot, _ gB: borrowing Slot, adding w: inout Slot
  ) {
    accumulate(scale, a.matrix, gB.matrix, adding: &w.matrix)
  }
}
