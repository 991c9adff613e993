import Layers

/// Examples and their classes.
struct LabelledSet {
  /// N×A.
  let x: Matrix
  /// N classes.
  let labels: [Int]

  /// How many there are.
  var count: Int { labels.count }

  /// Consecutive examples, at most `size` at a time. They share their memory.
  func batches(of size: Int) -> [LabelledSet] {
    stride(from: 0, to: count, by: size).map { start in
      let range = start..<min(start + size, count)
      return LabelledSet(x: Matrix(rows: range, of: x), labels: Array(labels[range]))
    }
  }
}

/// A classification task.
struct Task {
  let classes: Int
  let training, validation: LabelledSet
}
