/// How often each class was taken for each.
public struct Confusions: Sendable, Equatable {
  /// `counts[t][p]`: the number of examples of class t that were predicted as p.
  public private(set) var counts: [[Int]]

  /// The counts of predicted labels whose true ones are `truth`, 0..<`classes`.
  public init(_ labels: [Int], truth: [Int], classes: Int) {
    counts = Array(repeating: Array(repeating: 0, count: classes), count: classes)
    for (label, truth) in zip(labels, truth) { counts[truth][label] += 1 }
  }

  /// The number of examples.
  public var count: Int { counts.joined().reduce(0, +) }
  /// The share of wrong labels.
  public var errorRate: Double { Double(count - right) / Double(count) }
  /// The number of examples of which the class was predicted.
  public var right: Int { counts.indices.reduce(0) { $0 + counts[$1][$1] } }
}
