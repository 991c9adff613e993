import Layers

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
