/// A number for each cell of a grid, such as the class that is predicted there.
package struct Regions {
  /// What the grid covers.
  private let x, y: ClosedRange<Double>
  /// The numbers row by row, from the least y up.
  let rows: [[Int]]

  /// Asks for the number at the middle of each of `columns` × `rows` cells.
  package init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int, rows: Int,
    _ number: (Plot.Point) throws -> Int
  ) rethrows {
    func middle(_ k: Int, of count: Int, _ range: ClosedRange<Double>) -> Double {
      let share = (Double(k) + 0.5) / Double(count)
      return range.lowerBound + share * (range.upperBound - range.lowerBound)
    }
    (self.x, self.y) = (x, y)
    self.rows = try (0..<rows).map { row in
      try (0..<columns).map { column in
        try number((middle(column, of: columns, x), middle(row, of: rows, y)))
      }
    }
  }

  /// The grid's lower left corner and its upper right one.
  var corners: [Plot.Point] { [(x.lowerBound, y.lowerBound), (x.upperBound, y.upperBound)] }

  /// Neighbouring cells of a row with one number: where they start and end, of how many columns.
  func runs(ofRow row: Int) -> [(number: Int, columns: Range<Int>)] {
    var runs: [(number: Int, columns: Range<Int>)] = []
    for (column, number) in rows[row].enumerated() {
      if let last = runs.last, last.number == number {
        runs[runs.count - 1].columns = last.columns.lowerBound..<column + 1
      } else {
        runs.append((number, column..<column + 1))
      }
    }
    return runs
  }
}
