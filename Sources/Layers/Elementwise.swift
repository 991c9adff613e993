/// A function of each element, `b = f(a)`: all one has to write are its value and its gradient for
/// one number.
///
/// `a`, `b`: any shape, the same. In another package this is as quick as loops written out.
public protocol ElementwiseModule: UnaryModule {
  /// `f(a)`.
  func value(_ a: Double) -> Double

  /// `f′(a) gB`, where `b = f(a)`: often it is simpler in terms of `b`.
  func gradient(_ a: Double, _ b: Double, _ gB: Double) -> Double
}

// Inlinable, so that the compiler makes one loop of this and of `value` in a package that has its
// own module.
extension ElementwiseModule {
  /// `b = f(a)`.
  @inlinable
  public func forward(_ a: Matrix, into b: inout Matrix) {
    for n in 0..<a.rows {
      let a = a.row(n)
      var b = b.mutableRow(n)
      for k in a.indices { b[k] = value(a[k]) }
    }
  }

  /// `gA += f′(a) gB`.
  @inlinable
  public func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    for n in 0..<a.rows {
      let a = a.row(n)
      let b = b.row(n)
      let gB = gB.row(n)
      var gA = gA.mutableRow(n)
      for k in a.indices { gA[k] += gradient(a[k], b[k], gB[k]) }
    }
  }
}
