import Layers

/// An affine map of one-hot rows that are given as numbers: `b = [1 onehot(a)] W`.
///
/// `a: N×M`, whole numbers in 0..<V, such as the characters of a title; those at P positions are
/// read. Their one-hot rows lie side by side, so `W: (P·V+1)×B`, its row 0 the bias as in
/// ``Linear``; `b: N×B`. The product adds up the P rows that meet a one, and its gradient goes to
/// those: with the bits of ``Linear`` on the one-hot rows, whose zeros are never looked at, nor
/// kept anywhere.
///
/// Gradients: `gW = [1 onehot(a)]ᵀ gB`; `a` chooses, so its gradient is 0.
public struct OneHotLinear: ParameterModule {
  /// V, the length of a one-hot row.
  public let vocabulary: Int
  /// The columns of `a` that are read.
  public let positions: Range<Int>

  /// The affine map of the characters at some positions.
  public init(vocabulary: Int, positions: Range<Int>) {
    self.vocabulary = vocabulary
    self.positions = positions
  }

  /// N×B for `a: N×M` and `w: (P·V+1)×B`.
  /// - Throws: `ShapeError` when `a` lacks a position, or `w` does not have these rows.
  public func shape(_ a: Shape, _ w: Shape) throws(ShapeError) -> Shape {
    let rows = positions.count * vocabulary + 1
    guard positions.lowerBound >= 0, positions.upperBound <= a.columns, w.rows == rows else {
      throw ShapeError(
        name, "a is \(a) and W is \(w), but positions \(positions) need \(rows) rows of W")
    }
    return Shape(a.rows, w.columns)
  }

  /// `b = [1 onehot(a)] W`.
  public func forward(_ a: Matrix, _ w: Matrix, into b: inout Matrix) {
    for n in 0..<a.rows {
      b.setRow(
        n, toOneAnd: OneHotCoefficients(a.row(n).extracting(positions), vocabulary), times: w)
    }
  }

  /// Adds nothing: `b` is the same all around a whole number.
  public func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix
  ) {}

  /// `w += scale · [1 onehot(a)]ᵀ gB`.
  public func accumulate(_ scale: Double, _ a: Matrix, _ gB: Matrix, adding w: inout Matrix) {
    for n in 0..<a.rows {
      let ones = OneHotCoefficients(a.row(n).extracting(positions), vocabulary)
      w.add(scale, oneAnd: ones, times: gB.vectors(ofRow: n))
    }
  }
}

/// The ones of one-hot rows side by side.
private struct OneHotCoefficients: Coefficients, ~Escapable {
  let ones: Span<Double>
  let vocabulary: Int

  @_lifetime(copy ones)
  @inline(__always)
  init(_ ones: Span<Double>, _ vocabulary: Int) {
    self.ones = ones
    self.vocabulary = vocabulary
  }

  @inline(__always)
  var count: Int { ones.count }
  @inline(__always)
  func row(_ k: Int) -> Int {
    let one = Int(ones[unchecked: k])
    require(one >= 0 && one < vocabulary, "\(one) is not in 0..<\(vocabulary)")
    return k &* vocabulary &+ one
  }
  @inline(__always)
  func times<Block: ColumnBlock>(_ k: Int, _ block: Block) -> Block { block }
}
