import Layers

/// Two matrices in one, which begins with `a`. Gradients: the two parts of `gB`.
public enum Concatenate: BinaryModule, Operation {
  /// Side by side, `b = [a w]`, printed as `concatenate`. `a`: N×A, `w`: N×B, `b`: N×(A+B).
  case columns
  /// The rows of `a`, then those of `w`, printed as `concatenateRows`. `a`: N×K, `w`: M×K,
  /// `b`: (N+M)×K.
  case rows

  /// `concatenate` or `concatenateRows`.
  public var name: String { self == .columns ? "concatenate" : "concatenateRows" }

  /// N×(A+B) or (N+M)×K.
  /// - Throws: `ShapeError` when the numbers of rows, or of columns, differ.
  public func shape(_ a: Shape, _ w: Shape) throws(ShapeError) -> Shape {
    switch self {
    case .columns:
      guard a.rows == w.rows else {
        throw ShapeError(name, "a is \(a), so w needs \(a.rows) rows, but it is \(w)")
      }
      return Shape(a.rows, a.columns + w.columns)
    case .rows:
      guard a.columns == w.columns else {
        throw ShapeError(name, "a is \(a), so w needs \(a.columns) columns, but it is \(w)")
      }
      return Shape(a.rows + w.rows, a.columns)
    }
  }

  /// Copies both operands to their places.
  public func forward(_ a: Matrix, _ w: Matrix, into b: inout Matrix) {
    b.copy(Block(a.shape), of: a)
    b.copy(Block(w.shape, to: startOfW(a)), of: w)
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
    gW.add(Block(w.shape, from: startOfW(a)), of: gB)
  }

  /// Where `w` begins in `b`.
  private func startOfW(_ a: Matrix) -> (row: Int, column: Int) {
    self == .columns ? (0, a.columns) : (a.rows, 0)
  }
}
