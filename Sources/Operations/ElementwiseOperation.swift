import Layers

/// A function of each element, `b = f(a)`, as its value and its gradient for eight numbers at once.
///
/// `a`, `b`: any shape, the same. Equal shapes are padded alike, so rows need not be told apart.
/// What a function makes of the padding, e⁰ = 1 or 0/0, is cleared at the end, so operations need
/// not think of it.
///
/// The two functions are marked to be inlined, which the compiler does not do by itself where they
/// are long: a pass that calls one takes up to five times as long.
protocol ElementwiseOperation: UnaryModule, Operation {
  /// `f(a)`.
  func value(_ a: Vector) -> Vector
  /// `f′(a) gB`, where `b = f(a)`.
  func gradient(_ a: Vector, _ b: Vector, _ gB: Vector) -> Vector
}

extension ElementwiseOperation {
  /// `b = f(a)`.
  public func forward(_ a: Matrix, into b: inout Matrix) {
    require(a.shape == b.shape, "\(a.shape) into \(b.shape)")
    let columns = a.columns
    let a = a.vectors()
    var b = b.mutableVectors()
    for k in a.indices { b[unchecked: k] = value(a[unchecked: k]) }
    b.clearPadding(columns: columns)
  }

  /// `gA += f′(a) gB`.
  public func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    require(
      a.shape == b.shape && a.shape == gB.shape && a.shape == gA.shape,
      "a is \(a.shape), b \(b.shape), gB \(gB.shape), gA \(gA.shape)")
    let columns = a.columns
    let (a, b, gB) = (a.vectors(), b.vectors(), gB.vectors())
    var gA = gA.mutableVectors()
    for k in a.indices {
      gA[unchecked: k] += gradient(a[unchecked: k], b[unchecked: k], gB[unchecked: k])
    }
    gA.clearPadding(columns: columns)
  }
}

/// A function of two elements in the same place, `b = f(a, w)`, in the same form.
protocol ElementwisePairOperation: BinaryModule, Operation {
  /// `f(a, w)`.
  func value(_ a: Vector, _ w: Vector) -> Vector
  /// `∂f/∂a gB`, where `b = f(a, w)`.
  func gradientA(_ a: Vector, _ w: Vector, _ b: Vector, _ gB: Vector) -> Vector
  /// `∂f/∂w gB`, where `b = f(a, w)`.
  func gradientW(_ a: Vector, _ w: Vector, _ b: Vector, _ gB: Vector) -> Vector
}

extension ElementwisePairOperation {
  /// The shape of both operands.
  /// - Throws: `ShapeError` when the shapes differ.
  public func shape(_ a: Shape, _ w: Shape) throws(ShapeError) -> Shape {
    try shapeOfBoth(a, w)
  }

  /// `b = f(a, w)`.
  public func forward(_ a: Matrix, _ w: Matrix, into b: inout Matrix) {
    require(
      a.shape == b.shape && w.shape == b.shape, "\(a.shape) and \(w.shape) into \(b.shape)")
    let columns = a.columns
    let (a, w) = (a.vectors(), w.vectors())
    var b = b.mutableVectors()
    for k in a.indices { b[unchecked: k] = value(a[unchecked: k], w[unchecked: k]) }
    b.clearPadding(columns: columns)
  }

  /// `gA += ∂f/∂a gB`.
  public func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix
  ) {
    addEach(a, w, b, gB, to: &gA) { gradientA($0, $1, $2, $3) }
  }

  /// `gW += ∂f/∂w gB`.
  public func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingW gW: inout Matrix
  ) {
    addEach(a, w, b, gB, to: &gW) { gradientW($0, $1, $2, $3) }
  }

  @inline(__always)
  private func addEach(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, to sums: inout Matrix,
    _ gradient: (Vector, Vector, Vector, Vector) -> Vector
  ) {
    require(
      a.shape == w.shape && a.shape == b.shape && a.shape == gB.shape && a.shape == sums.shape,
      "a is \(a.shape), w \(w.shape), b \(b.shape), gB \(gB.shape), the gradient \(sums.shape)")
    let columns = a.columns
    let (a, w, b, gB) = (a.vectors(), w.vectors(), b.vectors(), gB.vectors())
    var sums = sums.mutableVectors()
    for k in a.indices {
      sums[unchecked: k] += gradient(
        a[unchecked: k], w[unchecked: k], b[unchecked: k], gB[unchecked: k])
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
