import Cases
import Formats
import Random
import Wire

/// Draws what is asked. Sizes are small, and differ from each other, so that no transpose fits.
struct Draw {
  private var random: RandomState

  init(seed: UInt32, _ what: UInt32) {
    random = RandomState(seed: seed &* 64 &+ what)
  }

  mutating func integer(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(random.integer(upTo: UInt64(range.count - 1)))
  }

  /// Three sizes that differ: the first from 2 on, the others larger by at least 1.
  mutating func sizes() -> (Int, Int, Int) {
    var sizes = Array(random.permutation(4).map { $0 + 2 })
    sizes.removeLast()
    return (sizes[0], sizes[1], sizes[2])
  }

  /// Numbers of [−magnitude, magnitude).
  mutating func grid(_ rows: Int, _ columns: Int, _ magnitude: Double = 2) -> Grid {
    Grid(rows, columns) { _, _ in random.uniform(-magnitude, magnitude) }
  }

  /// Rows of numbers that add up to 1, none of them small.
  mutating func distribution(_ rows: Int, _ columns: Int) -> Grid {
    let drawn = Grid(rows, columns) { _, _ in random.uniform(0.1, 1) }
    let sums = drawn.rowSums
    return Grid(rows, columns) { drawn[$0, $1] / sums[$0, 0] }
  }

  /// Images of pixels in [0, 1), with labels.
  mutating func examples(_ count: Int, pixels: Int, classes: Int) -> Examples {
    let x = Grid(count, pixels) { _, _ in random.uniform(0, 1) }
    let labels = (0..<count).map { _ in integer(0...classes - 1) }
    return Examples(x: x, labels: labels, classes: classes)
  }

  mutating func seed() -> Int { integer(1...1_000_000) }
}
