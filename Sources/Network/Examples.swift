import Layers

/// A data set: images and their labels, in file order.
public struct Examples: Sendable {
  /// N×M: a row of pixels per example.
  public let x: Matrix
  /// N×K: the labels, one-hot.
  public let y: Matrix
  /// The labels, 0..<K.
  public let labels: [Int]

  /// The number of examples.
  public var count: Int { labels.count }

  /// Examples with the pixels in the rows of `x` and labels 0..<`classes`.
  /// - Throws: `ShapeError` when `x` does not have a row per label, a label is out of
  ///   range, or a pixel is not finite.
  public init(x: Matrix, labels: [Int], classes: Int = 10) throws(ShapeError) {
    guard x.rows == labels.count else {
      throw ShapeError("Examples", "\(labels.count) labels for images of shape \(x.shape)")
    }
    let x = x.sparse
    guard x.isFinite else { throw ShapeError("Examples", "a pixel is infinite or NaN") }
    var y = Matrix(rows: labels.count, columns: classes)
    for (i, label) in labels.enumerated() {
      guard (0..<classes).contains(label) else {
        throw ShapeError("Examples", "label \(label) of example \(i) is not in 0..<\(classes)")
      }
      y[i, label] = 1
    }
    self.x = x
    self.y = y
    self.labels = labels
  }
}
