/// Two matrices side by side: `b = [a w]`.
///
/// `a`: N×A, `w`: N×B, `b`: N×(A+B). Gradients: `gA` is the first A columns of `gB`, `gW` the rest.
public struct ConcatenateColumns: BinaryModule {
  /// Puts `w` to the right of `a`.
  public init() {}

  /// `concatenate`.
  public var name: String { "concatenate" }

  /// N×(A+B) for `a: N×A` and `w: N×B`.
  /// - Throws: `ShapeError` when the numbers of rows differ.
  public func shape(_ a: Shape, _ w: Shape) throws(ShapeError) -> Shape {
    guard a.rows == w.rows else {
      throw ShapeError(name, "a is \(a), so w needs \(a.rows) rows, but it is \(w)")
    }
    return Shape(a.rows, a.columns + w.columns)
  }

  /// `b = [a w]`.
  public func forward(_ a: Matrix, _ w: Matrix, into b: inout Matrix) {
    for n in 0..<b.rows {
      b.set(Run(count: a.columns, from: (n, 0), to: (n, 0)), of: a)
      b.set(Run(count: w.columns, from: (n, 0), to: (n, a.columns)), of: w)
    }
  }

  /// `gA +=` the first A columns of `gB`.
  public func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix
  ) {
    for n in 0..<b.rows { gA.add(Run(count: a.columns, from: (n, 0), to: (n, 0)), of: gB) }
  }

  /// `gW +=` the last B columns of `gB`.
  public func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingW gW: inout Matrix
  ) {
    for n in 0..<b.rows {
      gW.add(Run(count: w.columns, from: (n, a.columns), to: (n, 0)), of: gB)
    }
  }
}

/// Two matrices one below the other: the rows of `a`, then those of `w`.
///
/// `a`: N×K, `w`: M×K, `b`: (N+M)×K. Gradients: `gA` is the first N rows of `gB`, `gW` the rest.
public struct ConcatenateRows: BinaryModule {
  /// Puts `w` below `a`.
  public init() {}

  /// `concatenateRows`.
  public var name: String { "concatenateRows" }

  /// (N+M)×K for `a: N×K` and `w: M×K`.
  /// - Throws: `ShapeError` when the numbers of columns differ.
  public func shape(_ a: Shape, _ w: Shape) throws(ShapeError) -> Shape {
    guard a.columns == w.columns else {
      throw ShapeError(name, "a is \(a), so w needs \(a.columns) columns, but it is \(w)")
    }
    return Shape(a.rows + w.rows, a.columns)
  }

  /// The rows of `a`, then those of `w`.
  public func forward(_ a: Matrix, _ w: Matrix, into b: inout Matrix) {
    for n in 0..<a.rows { b.setRow(n, to: n, of: a) }
    for n in 0..<w.rows { b.setRow(a.rows + n, to: n, of: w) }
  }

  /// `gA +=` the first N rows of `gB`.
  public func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix
  ) {
    for n in 0..<a.rows { gA.addRow(n, of: gB, to: n) }
  }

  /// `gW +=` the last M rows of `gB`.
  public func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingW gW: inout Matrix
  ) {
    for n in 0..<w.rows { gW.addRow(a.rows + n, of: gB, to: n) }
  }
}
