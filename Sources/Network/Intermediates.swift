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
