import Layers

/// Examples to learn from or to be measured on, in file order: a row of each matrix per example.
public struct DataSet: Sendable {
  /// N×M: the inputs, such as the pixels of letters or the numbers of a title's characters.
  public let x: Matrix
  /// N×K: the targets, such as a number each; classes are one-hot.
  public let y: Matrix
  /// The class of each example, 0..<K: where its target is largest.
  public let labels: [Int]

  /// The number of examples, N.
  public var count: Int { labels.count }

  /// The number of examples of each class.
  public var classCounts: [Int] {
    labels.reduce(into: Array(repeating: 0, count: y.columns)) { $0[$1] += 1 }
  }

  /// Examples of one class each, 0..<`classes`. Layers skip the zeros of `x`.
  /// - Throws: `ShapeError` when there are no rows in `x` or another number of labels, a label is
  ///   out of range, or an input is not finite.
  public init(x: Matrix, labels: [Int], classes: Int) throws(ShapeError) {
    guard x.rows == labels.count else {
      throw ShapeError("DataSet", "\(labels.count) labels for inputs of shape \(x.shape)")
    }
    var y = Matrix(rows: labels.count, columns: classes)
    for (i, label) in labels.enumerated() {
      guard (0..<classes).contains(label) else {
        throw ShapeError("DataSet", "label \(label) of example \(i) is not in 0..<\(classes)")
      }
      y[i, label] = 1
    }
    try self.init(x.sparse, y, labels)
  }

  // teacher
  /// Examples with their targets.
  /// - Throws: `ShapeError` when `x` and `y` do not have the same rows, at least one, or an input
  ///   is not finite.
  public init(x: Matrix, y: Matrix) throws(ShapeError) {
    try self.init(x, y, y.argmaxOfRows)
  }
  // end

  private init(_ x: Matrix, _ y: Matrix, _ labels: [Int]) throws(ShapeError) {
    guard x.rows == y.rows, x.rows > 0 else {
      throw ShapeError("DataSet", "targets of shape \(y.shape) for inputs of shape \(x.shape)")
    }
    guard x.isFinite else { throw ShapeError("DataSet", "an input is infinite or NaN") }
    (self.x, self.y, self.labels) = (x, y, labels)
  }

  /// Consecutive examples; they share their memory with the whole set.
  public subscript(range: some RangeExpression<Int>) -> DataSet {
    DataSet(self, range.relative(to: labels))
  }

  private init(_ set: DataSet, _ range: Range<Int>) {
    x = Matrix(rows: range, of: set.x)
    y = Matrix(rows: range, of: set.y)
    labels = Array(set.labels[range])
  }

  /// Consecutive examples, `size` at a time, fewer at the end.
  public func batches(of size: Int) -> [DataSet] {
    stride(from: 0, to: count, by: size).map { self[$0..<min($0 + size, count)] }
  }
}

// teacher
extension Matrix {
  /// The column of each row's largest element, the lowest on ties: of probabilities, the class.
  public var argmaxOfRows: [Int] { (0..<rows).map { argmax(ofRow: $0) } }
}
// end
