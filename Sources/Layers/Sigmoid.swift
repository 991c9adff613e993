/// The sigmoid, or logistic function, element by element: `b = 1 / (1 + exp(−a))`.
///
/// `a`, `b`: any shape, the same. Gradient: `gA = gB ⊙ b ⊙ (1 − b)`, from the output alone.
public struct Sigmoid: UnaryModule {
  /// Takes a matrix of any shape.
  public init() {}

  /// `b = 1 / (1 + exp(−a))`; 0 and 1 in the limits, never NaN for a number.
  public func forward(_ a: Matrix, into b: inout Matrix) {
    require(b.shape == a.shape, "\(a.shape) into \(b.shape)")
    let logits = a.vectors()
    var sigmoids = b.mutableVectors()
    for k in logits.indices { sigmoids[unchecked: k] = sigmoid(logits[unchecked: k]) }
    sigmoids.clearPadding(columns: a.columns)
  }

  /// `gA += gB ⊙ b ⊙ (1 − b)`.
  public func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    require(
      gB.shape == b.shape && gA.shape == b.shape,
      "b is \(b.shape), gB \(gB.shape), gA \(gA.shape)")
    let b = b.vectors()
    let gB = gB.vectors()
    var gA = gA.mutableVectors()
    for k in b.indices {
      gA[unchecked: k] += gB[unchecked: k] * b[unchecked: k] * (1 - b[unchecked: k])
    }
  }
}
