import Layers

/// The same elements in another shape, both read row by row: `b[k] = a[k]` for row-major k.
///
/// `a`: any shape with as many elements as `b`. Gradient: `gA[k] = gB[k]`.
public struct Reshape: UnaryModule, Rearrangement {
  /// The shape of `b`.
  public let target: Shape

  /// Reshapes to `target`.
  public init(to target: Shape) { self.target = target }

  /// The target.
  /// - Throws: `ShapeError` when `a` does not have as many elements.
  public func shape(_ a: Shape) throws(ShapeError) -> Shape {
    guard target.rows >= 0 && target.columns >= 0 && target.count == a.count else {
      throw ShapeError(name, "a is \(a), which does not fill \(target)")
    }
    return target
  }

  /// The longest pieces that lie within one row of either shape.
  @inline(__always)
  func forEachBlock(_ a: Shape, _ b: Shape, _ body: (Block) -> Void) {
    var k = 0
    while k < a.count {
      let from = (row: k / a.columns, column: k % a.columns)
      let to = (row: k / b.columns, column: k % b.columns)
      let count = min(a.columns - from.column, b.columns - to.column)
      body(Block(Shape(1, count), from: from, to: to))
      k += count
    }
  }
}
