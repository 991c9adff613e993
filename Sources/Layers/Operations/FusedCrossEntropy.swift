/// The cross-entropy of a softmax, `J = CrossEntropy(y, ŷ)` where `ŷ = Softmax(b)`, as a function of
/// all three: the loss comes from the logits and the gradient goes straight to them, as ŷ − y, so
/// that neither underflows. What a Wengert list makes of the pair.
///
/// `y`, `ŷ`, `b`: N×K; `J`: N×1. Gradients: those of ``SoftmaxCrossEntropy``, and none for ŷ, whose
/// part is in that of `b`.
package struct FusedCrossEntropy: Module {
  package init() {}

  /// The name of the loss that was recorded.
  package var name: String { CrossEntropy().name }

  package var operandNames: [String] { ["y", "ŷ", "b"] }

  package func shape(_ operands: [Shape]) throws(ShapeError) -> Shape {
    try expect(3, operands.count)
    return try CrossEntropy().shape(operands[0], operands[1])
  }

  package func forward(_ operands: Operands, into loss: inout Matrix) {
    let module = SoftmaxCrossEntropy()
    module.forward(operands.slots[0].pointee, operands.slots[2].pointee, into: &loss)
  }

  package func backward(
    _ operands: Operands, _ loss: Matrix, _ gJ: Matrix, adding gradient: inout Matrix, of index: Int
  ) {
    let (y, ŷ, b) = (operands.slots[0], operands.slots[1], operands.slots[2])
    let module = SoftmaxCrossEntropy()
    switch index {
    case 0: module.backward(y.pointee, b.pointee, loss, gJ, adding: &gradient, isA: true)
    case 2: module.backward(y.pointee, softmax: ŷ.pointee, gJ, adding: &gradient)
    default: break
    }
  }
}

extension SoftmaxCrossEntropy {
  @inline(__always)
  fileprivate func backward(
    _ y: borrowing Slot, softmax ŷ: borrowing Slot, _ gJ: Matrix, adding gB: inout Matrix
  ) {
    backward(y.matrix, softmax: ŷ.matrix, gJ, adding: &gB)
  }
}
