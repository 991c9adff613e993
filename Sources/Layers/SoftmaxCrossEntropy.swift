/// Softmax and cross-entropy in one: `J = −Σₖ y[k] log softmax(b)[k]`.
///
/// `y`: N×K, the target; `b`: N×K, logits; `J`: N×1. With `m = max b` and
/// `L = m + log Σₖ exp(b[k] − m)`, the logarithm of softmax is `b − L`, so nothing underflows:
/// `J = Σₖ y[k] (L − b[k])`.
///
/// Gradient: `gB = (ŷ Σₖ y[k] − y) · gJ`, for a target that sums to 1 just `(ŷ − y) · gJ`;
/// `gY = (L − b) · gJ`.
public struct SoftmaxCrossEntropy: BinaryModule {
  /// Takes any number of examples and classes.
  public init() {}

  /// N×1 for `y` and `b` of the same shape N×K.
  /// - Throws: `ShapeError` when the shapes differ.
  public func shape(_ y: Shape, _ b: Shape) throws(ShapeError) -> Shape {
    guard y == b else { throw ShapeError(name, "y is \(y), but b is \(b)") }
    return Shape(y.rows, 1)
  }

  /// `J = Σₖ y[k] (L − b[k])`.
  public func forward(_ y: Matrix, _ b: Matrix, into loss: inout Matrix) {
    for n in 0..<y.rows {
      let target = y.row(n)
      let logits = b.row(n)
      let normalizer = Normalizer(of: b, row: n)
      var sum = 0.0
      for k in target.indices where target[k] != 0 {
        sum -= target[k] * normalizer.logProbability(logits[k])
      }
      loss[n, 0] = sum
    }
  }

  /// `gY[k] += (L − b[k]) · gJ`.
  public func backward(
    _ y: Matrix, _ b: Matrix, _ loss: Matrix, _ gJ: Matrix, addingA gY: inout Matrix
  ) {
    for n in 0..<y.rows {
      let logits = b.row(n)
      let normalizer = Normalizer(of: b, row: n)
      var gradient = gY.mutableRow(n)
      for k in logits.indices {
        gradient[k] -= normalizer.logProbability(logits[k]) * gJ[n, 0]
      }
    }
  }

  /// `gB[k] += (ŷ[k] Σ y − y[k]) · gJ`.
  public func backward(
    _ y: Matrix, _ b: Matrix, _ loss: Matrix, _ gJ: Matrix, addingW gB: inout Matrix
  ) {
    var ŷ = Matrix(b.shape)
    Softmax().forward(b, into: &ŷ)
    backward(y, softmax: ŷ, gJ, adding: &gB)
  }

  /// The same gradient from `ŷ = softmax(b)`, for callers that have it.
  public func backward(
    _ y: Matrix, softmax ŷ: Matrix, _ gJ: Matrix, adding gB: inout Matrix
  ) {
    for n in 0..<y.rows {
      let target = y.vectors(ofRow: n)
      let prediction = ŷ.vectors(ofRow: n)
      let upstream = gJ[n, 0]
      var gradient = gB.mutableVectors(ofRow: n)
      let mass = sum(of: target)
      for k in target.indices {
        let difference = prediction[unchecked: k] * mass - target[unchecked: k]
        gradient[unchecked: k] += difference * upstream
      }
    }
  }
}

/// `L = m + log Σₖ exp(b[k] − m)`, kept as `m` and the logarithm: for huge logits the sum of the
/// two would lose the logarithm.
private struct Normalizer {
  let maximum: Double
  let logSum: Double

  init(of b: Matrix, row n: Int) {
    let logits = b.vectors(ofRow: n)
    maximum = Layers.maximum(of: logits, count: b.columns)
    var sum = 0.0
    for k in logits.indices {
      let exponentials = exp(logits[k] - maximum)
      // The lanes of the padding do not belong to the sum.
      let lanes = min(Vector.scalarCount, b.columns - k * Vector.scalarCount)
      for lane in 0..<lanes { sum += exponentials[lane] }
    }
    logSum = log(of: sum)
  }

  /// `log softmax(b)[k] = (b[k] − m) − log Σ`.
  func logProbability(_ logit: Double) -> Double { (logit - maximum) - logSum }
}
