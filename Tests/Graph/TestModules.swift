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
  func accumulate(_ scale: Double, _ a: Matrix, _ gB: Matrix, adding w: inout Matrix) {
    scales.withLock { $0.append(scale) }
    Linear().accumulate(scale, a, gB, adding: &w)
  }
}
