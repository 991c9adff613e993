import Layers
import Synchronization

/// Element by element, `b = a w`; with the same register as both operands `b = a²`.
struct Multiply: BinaryModule {
  func shape(_ a: Shape, _ w: Shape) throws(ShapeError) -> Shape {
    guard a == w else { throw ShapeError(name, "a is \(a), but w is \(w)") }
    return a
  }

  func forward(_ a: Matrix, _ w: Matrix, into b: inout Matrix) {
    for i in 0..<a.rows { for j in 0..<a.columns { b[i, j] = a[i, j] * w[i, j] } }
  }

  func backward(_ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix) {
    for i in 0..<a.rows { for j in 0..<a.columns { gA[i, j] += gB[i, j] * w[i, j] } }
  }

  func backward(_ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingW gW: inout Matrix) {
    for i in 0..<a.rows { for j in 0..<a.columns { gW[i, j] += gB[i, j] * a[i, j] } }
  }
}

/// `Softmax` under another type, so that the list does not join it with the cross-entropy.
struct PlainSoftmax: UnaryModule {
  func forward(_ a: Matrix, into b: inout Matrix) { Softmax().forward(a, into: &b) }
  func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    Softmax().backward(a, b, gB, adding: &gA)
  }
}

/// `Linear` that does not say that it is linear in `w`, so that its gradient is stored.
struct PlainLinear: BinaryModule {
  func shape(_ a: Shape, _ w: Shape) throws(ShapeError) -> Shape { try Linear().shape(a, w) }
  func forward(_ a: Matrix, _ w: Matrix, into b: inout Matrix) {
    Linear().forward(a, w, into: &b)
  }
  func backward(_ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix) {
    Linear().backward(a, w, b, gB, addingA: &gA)
  }
  func backward(_ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingW gW: inout Matrix) {
    Linear().backward(a, w, b, gB, addingW: &gW)
  }
}

/// `Linear` that writes down with which scales it accumulates.
final class RecordingLinear: ParameterModule {
  let scales = Mutex<[Double]>([])

  func shape(_ a: Shape, _ w: Shape) throws(ShapeError) -> Shape { try Linear().shape(a, w) }
  func forward(_ a: Matrix, _ w: Matrix, into b: inout Matrix) {
    Linear().forward(a, w, into: &b)
  }
  func backward(_ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix) {
    Linear().backward(a, w, b, gB, addingA: &gA)
  }
  func accumulate(_ scale: Double, _ a: Matrix, _ gB: Matrix, into w: inout Matrix) {
    scales.withLock { $0.append(scale) }
    Linear().accumulate(scale, a, gB, into: &w)
  }
}

/// Announces `a`'s shape and leaves something else, in forward or in backward.
struct Resizing: UnaryModule {
  let inForward: Bool

  func forward(_ a: Matrix, into b: inout Matrix) { if inForward { b = Matrix(Shape(9, 9)) } }
  func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    if !inForward { gA = Matrix(Shape(9, 9)) }
  }
}

/// As ``Resizing``, for the gradient of one of two operands.
struct ResizingPair: BinaryModule {
  let resizesA: Bool

  func shape(_ a: Shape, _ w: Shape) -> Shape { a }
  func forward(_ a: Matrix, _ w: Matrix, into b: inout Matrix) { b.fill(0) }
  func backward(_ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix) {
    if resizesA { gA = Matrix(Shape(9, 9)) }
  }
  func backward(_ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingW gW: inout Matrix) {
    if !resizesA { gW = Matrix(Shape(9, 9)) }
  }
}

extension Matrix {
  /// The largest difference of two elements; infinite for other shapes or NaN.
  func distance(to other: Matrix) -> Double {
    guard shape == other.shape else { return .infinity }
    let differences = zip(values, other.values).map { abs($0 - $1) }
    return differences.contains { $0.isNaN } ? .infinity : differences.max() ?? 0
  }

  /// Numbers between −1 and 1 without a pattern, always the same.
  static func irregular(_ rows: Int, _ columns: Int, _ first: Int = 1) -> Matrix {
    Matrix(
      rows: rows, columns: columns,
      (0..<rows * columns).map { Double(((first + $0) * 7919) % 200) / 100 - 0.995 })
  }
}
