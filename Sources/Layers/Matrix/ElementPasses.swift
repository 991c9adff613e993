/// Passes over whole matrices of one shape, a vector of elements at a step.
///
/// Equal shapes are padded alike, so rows need not be told apart. What a function makes of the
/// padding, e⁰ = 1 or 0/0, is cleared at the end, so modules need not think of it.
extension Matrix {
  /// Sets each element to `f` of the element of `a` in its place.
  @inline(__always)
  mutating func setEach(_ a: Matrix, _ f: (Vector) -> Vector) {
    precondition(a.shape == shape, "\(a.shape) into \(shape)")
    let columns = columns
    let a = a.vectors()
    var b = mutableVectors()
    for k in 0..<b.count { b[unchecked: k] = f(a[unchecked: k]) }
    b.clearPadding(columns: columns)
  }

  /// Sets each element to `f` of the elements of `a` and `w` in its place.
  @inline(__always)
  mutating func setEach(_ a: Matrix, _ w: Matrix, _ f: (Vector, Vector) -> Vector) {
    precondition(a.shape == shape && w.shape == shape, "\(a.shape) and \(w.shape) into \(shape)")
    let columns = columns
    let a = a.vectors()
    let w = w.vectors()
    var b = mutableVectors()
    for k in 0..<b.count { b[unchecked: k] = f(a[unchecked: k], w[unchecked: k]) }
    b.clearPadding(columns: columns)
  }

  /// Adds to each element `f` of the elements of `a` and `b` in its place.
  @inline(__always)
  mutating func addEach(_ a: Matrix, _ b: Matrix, _ f: (Vector, Vector) -> Vector) {
    precondition(a.shape == shape && b.shape == shape, "\(a.shape) and \(b.shape) into \(shape)")
    let columns = columns
    let a = a.vectors()
    let b = b.vectors()
    var sums = mutableVectors()
    for k in 0..<sums.count { sums[unchecked: k] += f(a[unchecked: k], b[unchecked: k]) }
    sums.clearPadding(columns: columns)
  }

  /// Adds to each element `f` of the elements of `a`, `b` and `c` in its place.
  @inline(__always)
  mutating func addEach(
    _ a: Matrix, _ b: Matrix, _ c: Matrix, _ f: (Vector, Vector, Vector) -> Vector
  ) {
    precondition(
      a.shape == shape && b.shape == shape && c.shape == shape,
      "\(a.shape), \(b.shape) and \(c.shape) into \(shape)")
    let columns = columns
    let a = a.vectors()
    let b = b.vectors()
    let c = c.vectors()
    var sums = mutableVectors()
    for k in 0..<sums.count {
      sums[unchecked: k] += f(a[unchecked: k], b[unchecked: k], c[unchecked: k])
    }
    sums.clearPadding(columns: columns)
  }
}

extension BinaryModule {
  /// The shape of two operands that must have the same.
  func shapeOfBoth(_ a: Shape, _ w: Shape) throws(ShapeError) -> Shape {
    guard a == w else { throw ShapeError(name, "a is \(a), but w is \(w)") }
    return a
  }
}
