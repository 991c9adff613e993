import Layers

/// One element of each row: `b[n] = a[n, indices[n]]`.
///
/// `a`: N×K; `b`: N×1. With log-probabilities and the classes of N examples these are their
/// log-likelihoods.
///
/// Gradient: `gA[n, indices[n]] = gB[n]`, 0 for the other elements.
public struct Select: UnaryModule, Rearrangement {
  /// For each row the column of the element.
  public let indices: [Int]

  /// Selects column `indices[n]`, counted from 0, of row n.
  public init(indices: [Int]) { self.indices = indices }

  /// N×1 for `a: N×K`.
  /// - Throws: `ShapeError` when there are not N indices, or one is not in 0..<K.
  public func shape(_ a: Shape) throws(ShapeError) -> Shape {
    guard indices.count == a.rows else {
      throw ShapeError(name, "a is \(a), so it needs \(a.rows) indices, but has \(indices.count)")
    }
    for (n, index) in indices.enumerated() where !(0..<a.columns).contains(index) {
      throw ShapeError(name, "a is \(a), so row \(n) does not have an element \(index)")
    }
    return Shape(a.rows, 1)
  }

  @inline(__always)
  func forEachBlock(_ a: Shape, _ b: Shape, _ body: (Block) -> Void) {
    for n in indices.indices { body(Block(Shape(1, 1), from: (n, indices[n]), to: (n, 0))) }
  }
}
