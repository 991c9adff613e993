/// A grid of characters in which dots are set: 2×4 to a character with Braille patterns, one to
/// a character in ASCII.
struct DotRaster {
  let columns: Int
  let rows: Int
  /// Dots in a character.
  let across, down: Int
  /// Unicode numbers a pattern's dots 1 2 3 7 down the left side, 4 5 6 8 down the right.
  private static let bits: [UInt8] = [0x01, 0x02, 0x04, 0x40, 0x08, 0x10, 0x20, 0x80]

  /// The Braille bits of each character, row by row; in ASCII 0 or 1.
  private(set) var cells: [UInt8]

  init(columns: Int, rows: Int, unicode: Bool) {
    (self.columns, self.rows) = (columns, rows)
    (across, down) = unicode ? (2, 4) : (1, 1)
    cells = Array(repeating: 0, count: columns * rows)
  }

  /// Sets the dot in column `x` from the left, row `y` from the top.
  mutating func set(_ x: Int, _ y: Int) {
    cells[y / down * columns + x / across] |= Self.bits[x % across * 4 + y % down]
  }

  /// The dots of a straight line, without its first one.
  static func line(
    from start: (x: Int, y: Int), to end: (x: Int, y: Int)
  ) -> [(x: Int, y: Int)] {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let steps = max(abs(dx), abs(dy))
    return (0..<steps).map { step in
      let share = Double(step + 1) / Double(steps)
      return (
        start.x + Int((Double(dx) * share).rounded()), start.y + Int((Double(dy) * share).rounded())
      )
    }
  }
}
