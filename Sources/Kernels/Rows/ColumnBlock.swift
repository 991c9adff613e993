/// Neighbouring columns of a row of weights, held in registers through a whole sum.
package protocol ColumnBlock {
  /// How many vectors wide it is.
  static var width: Int { get }
  /// The vectors from `start` on.
  init(_ vectors: Span<Vector>, _ start: Int)
  /// Writes the vectors from `start` on.
  func store(to vectors: inout MutableSpan<Vector>, _ start: Int)
  static func + (a: Self, b: Self) -> Self
  static func * (scale: Vector, a: Self) -> Self
}

extension Vector: ColumnBlock {
  package static var width: Int { 1 }

  @inline(__always)
  package init(_ vectors: Span<Vector>, _ start: Int) { self = vectors[unchecked: start] }

  @inline(__always)
  package func store(to vectors: inout MutableSpan<Vector>, _ start: Int) {
    vectors[unchecked: start] = self
  }
}

/// Two blocks side by side.
package struct Pair<Left: ColumnBlock, Right: ColumnBlock>: ColumnBlock {
  package let left: Left
  package let right: Right

  @inline(__always)
  package static var width: Int { Left.width + Right.width }

  @inline(__always)
  package init(left: Left, right: Right) {
    self.left = left
    self.right = right
  }

  @inline(__always)
  package init(_ vectors: Span<Vector>, _ start: Int) {
    left = Left(vectors, start)
    right = Right(vectors, start &+ Left.width)
  }

  @inline(__always)
  package func store(to vectors: inout MutableSpan<Vector>, _ start: Int) {
    left.store(to: &vectors, start)
    right.store(to: &vectors, start &+ Left.width)
  }

  @inline(__always)
  package static func + (a: Self, b: Self) -> Self {
    Self(left: a.left + b.left, right: a.right + b.right)
  }

  @inline(__always)
  package static func * (scale: Vector, a: Self) -> Self {
    Self(left: scale * a.left, right: scale * a.right)
  }
}

package typealias TwoVectors = Pair<Vector, Vector>
package typealias ThreeVectors = Pair<TwoVectors, Vector>
package typealias FourVectors = Pair<TwoVectors, TwoVectors>
package typealias SevenVectors = Pair<FourVectors, ThreeVectors>
