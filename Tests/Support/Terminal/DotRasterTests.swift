import Testing

@testable import Terminal

@Suite struct DotRasterTests {
  /// Dot patterns ⠁ ⠂ ⠄ ⡀ ⠈ ⠐ ⠠ ⢀ are U+2801, 02, 04, 40, 08, 10, 20, 80.
  @Test func brailleBits() {
    var seen: [UInt8] = []
    for x in 0..<2 {
      for y in 0..<4 {
        var raster = DotRaster(columns: 3, rows: 2, unicode: true)
        raster.set(2 + x, 4 + y)
        seen.append(raster.cells[4])
        #expect(raster.cells.count { $0 != 0 } == 1)
      }
    }
    let patterns = "⠁⠂⠄⡀⠈⠐⠠⢀".unicodeScalars.map { UInt8($0.value - 0x2800) }
    #expect(seen == patterns)
  }

  @Test(
    arguments: [
      ((0, 0), (3, 0), [(1, 0), (2, 0), (3, 0)]), ((0, 0), (-2, 2), [(-1, 1), (-2, 2)]),
      ((1, 1), (1, 1), []), ((0, 0), (1, 3), [(0, 1), (1, 2), (1, 3)]),
    ] as [((Int, Int), (Int, Int), [(Int, Int)])])
  func lines(start: (Int, Int), end: (Int, Int), dots: [(Int, Int)]) {
    let line = DotRaster.line(from: (x: start.0, y: start.1), to: (x: end.0, y: end.1))
    #expect(line.map { [$0.x, $0.y] } == dots.map { [$0.0, $0.1] })
  }
}
