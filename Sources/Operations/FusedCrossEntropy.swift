import Layers

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
    operands.lend(0, 2) { y, b in SoftmaxCrossEntropy().forward(y, b, into: &loss) }
  }

  package func backward(
    _ operands: Operands, _ loss: Matrix, _ gJ: Matrix, adding gradient: inout Matrix, of index: Int
  ) {
    let module = SoftmaxCrossEntropy()
    switch index {
    case 0: operands.lend(0, 2) { y, b in module.backward(y, b, loss, gJ, addingA: &gradient) }
    case 2: operands.lend(0, 1) { y, ŷ in module.backward(y, softmax: ŷ, gJ, adding: &gradient) }
    default: break
    }
  }
}
