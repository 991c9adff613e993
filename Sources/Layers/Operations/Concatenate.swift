/// Two matrices in one, which begins with `a`; gradients are the two parts of `gB`.
protocol Concatenation: BinaryModule, Operation {
  /// The row and column of `b` where `w` begins.
  func startOfW(_ a: Shape) -> (row: Int, column: Int)
}

extension Concatenation {
  /// Copies both operands to their places.
  public func forward(_ a: Matrix, _ w: Matrix, into b: inout Matrix) {
    b.copy(Block(a.shape), of: a)
    b.copy(Block(w.shape, to: startOfW(a.shape)), of: w)
  }

  /// `gA +=` the part of `gB` where `a` lies in `b`.
  public func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix
  ) {
    gA.add(Block(a.shape), of: gB)
  }

  /// `gW +=` the part of `gB` where `w` lies in `b`.
  public func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingW gW: inout Matrix
  ) {
    gW.add(Block(w.shape, from: startOfW(a.shape)), of: gB)
  }
}

/// Two matrices side by side: `b = [a w]`.
///
/// `a`: N×A, `w`: N×B, `b`: N×(A+B). Gradients: `gA` is the first A columns of `gB`, `gW` the rest.
public struct ConcatenateColumns: BinaryModule, Concatenation {
  /// Printed as `concatenate`.
  public init() {}

  static let function = "concatenate"

  /// N×(A+B) for `a: N×A` and `w: N×B`.
  /// - Throws: `ShapeError` when the numbers of rows differ.
  public func shape(_ a: Shape, _ w: Shape) throws(ShapeError) -> Shape {
    guard a.rows == w.rows else {
      throw ShapeError(name, "a is \(a), so w needs \(a.rows) rows, but it is \(w)")
    }
    return Shape(a.rows, a.columns + w.columns)
  }

  func startOfW(_ a: Shape) -> (row: Int, column: Int) { (0, a.columns) }
}

/// Two matrices one below the other: the rows of `a`, then those of `w`.
///
/// `a`: N×K, `w`: M×K, `b`: (N+M)×K. Gradients: `gA` is the first N rows of `gB`, `gW` the rest.
public struct ConcatenateRows: BinaryModule, Concatenation {
  /// Printed as `concatenateRows`.
  public init() {}

  /// (N+M)×K for `a: N×K` and `w: M×K`.
  /// - Throws: `ShapeError` when the numbers of columns differ.
  public func shape(_ a: Shape, _ w: Shape) throws(ShapeError) -> Shape {
    guard a.columns == w.columns else {
      throw ShapeError(name, "a is \(a), so w needs \(a.columns) columns, but it is \(w)")
    }
    return Shape(a.rows + w.rows, a.columns)
  }

  func startOfW(_ a: Shape) -> (row: Int, column: Int) { (a.rows, 0) }
}
