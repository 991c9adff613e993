import Layers

/// The intermediate quantities of one forward pass; each is one row.
public struct Intermediates: Sendable, Equatable {
  /// The input, 1×M.
  public var x: Matrix
  /// The hidden layer before and after the sigmoid, 1×D.
  public var a, z: Matrix
  /// The output layer before and after the softmax, 1×K.
  public var b, ŷ: Matrix
  /// The cross-entropy −yᵀ log ŷ.
  public var loss: Double

  /// Quantities that were computed elsewhere, for example by a submission of one's own.
  public init(x: Matrix, a: Matrix, z: Matrix, b: Matrix, ŷ: Matrix, loss: Double) {
    (self.x, self.a, self.z) = (x, a, z)
    (self.b, self.ŷ, self.loss) = (b, ŷ, loss)
  }
}

/// The gradients of the loss for one example.
public struct Gradients: Sendable, Equatable {
  /// ∂J/∂α: D×(M+1), and ∂J/∂β: K×(D+1), biases in column 0.
  public var alpha, beta: Matrix
  /// ∂J/∂b: 1×K.
  public var b: Matrix
  /// ∂J/∂z and ∂J/∂a: 1×D.
  public var z, a: Matrix

  /// Gradients that were computed elsewhere, for example by a submission of one's own.
  public init(alpha: Matrix, beta: Matrix, b: Matrix, z: Matrix, a: Matrix) {
    (self.alpha, self.beta) = (alpha, beta)
    (self.b, self.z, self.a) = (b, z, a)
  }
}

/// `NNForward` and `NNBackward` as the hand-out has them: values in, values out.
extension Network {
  /// `NNForward`: all intermediate quantities for an example `x: 1×M`, `y: 1×K`.
  /// - Throws: `ShapeError` when a shape does not fit.
  public func forward(x: Matrix, y: Matrix) throws(ShapeError) -> Intermediates {
    list.zeroGradients()
    try list.setValue(x, of: self.x)
    try list.setValue(y, of: self.y)
    try list.forward(to: loss)
    return Intermediates(
      x: x, a: list.value(of: a), z: list.value(of: z), b: list.value(of: b),
      ŷ: list.value(of: ŷ), loss: list.value(of: loss)[0, 0])
  }

  /// `NNBackward`: all gradients for an example, after a forward pass.
  /// - Throws: `ShapeError` when a shape does not fit.
  public func backward(x: Matrix, y: Matrix) throws(ShapeError) -> Gradients {
    _ = try forward(x: x, y: y)
    return try gradients()
  }

  /// `NNBackward` after a forward pass that left `o`, whoever computed it: the gradients are those at
  /// these intermediate quantities.
  /// - Throws: `ShapeError` when a shape does not fit.
  public func backward(y: Matrix, after o: Intermediates) throws(ShapeError) -> Gradients {
    list.zeroGradients()
    let values = [
      (x, o.x), (self.y, y), (a, o.a), (z, o.z), (b, o.b), (ŷ, o.ŷ), (loss, Matrix(row: [o.loss])),
    ]
    for (register, value) in values { try list.setValue(value, of: register) }
    return try gradients()
  }

  private func gradients() throws(ShapeError) -> Gradients {
    try backward()
    return Gradients(
      alpha: α.handout(list.gradient(of: α.register)),
      beta: β.handout(list.gradient(of: β.register)),
      b: list.gradient(of: b), z: list.gradient(of: z), a: list.gradient(of: a))
  }
}
