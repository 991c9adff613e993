extension Matrix {
  /// Adds a number to each element of row `i`.
  @inline(__always)
  mutating func add(_ number: Double, toRow i: Int) {
    var row = mutableRow(i)
    for j in 0..<row.count { row[unchecked: j] += number }
  }

  /// Adds row `n` of `source` to row `i`.
  @inline(__always)
  mutating func addRow(_ n: Int, of source: Matrix, to i: Int) {
    var row = mutableVectors(ofRow: i)
    addScaled(1, source.vectors(ofRow: n), to: &row)
  }

  /// Adds `scale` times the sum of all rows of `source` to row 0.
  @inline(__always)
  mutating func addRows(_ scale: Double, of source: Matrix) {
    var sums = mutableVectors(ofRow: 0)
    for n in 0..<source.rows { addScaled(scale, source.vectors(ofRow: n), to: &sums) }
  }
}
