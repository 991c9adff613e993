import CLibrary
import Dispatch

/// A product that can be added to a matrix part by part, by several threads.
protocol ProductParts: Sendable {
  /// Adds the part of the given rows and, of these, the given vectors; the first row is a multiple
  /// of 8.
  func add(_ rows: Range<Int>, _ vectors: Range<Int>)
}

extension ProductParts {
  /// Adds all of `rows` rows of `vectors` vectors in `parts` parts of equal size.
  ///
  /// The longer side is cut, so that less is packed twice. A sum belongs to one part, so its bits
  /// do not depend on their number.
  func add(rows: Int, vectors: Int, parts: Int) {
    if parts <= 1 { return add(0..<rows, 0..<vectors) }
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      if rows > vectors * Vector.scalarCount {
        let rows = (0..<rows).part(part, of: parts, multiplesOf: Vector.scalarCount)
        add(rows, 0..<vectors)
      } else {
        add(0..<rows, (0..<vectors).part(part, of: parts, multiplesOf: 1))
      }
    }
  }
}

extension Range<Int> {
  /// One of `parts` parts of a range from 0 on, cut at multiples of `unit`.
  fileprivate func part(_ part: Int, of parts: Int, multiplesOf unit: Int) -> Self {
    let units = (count + unit - 1) / unit
    return units * part / parts * unit..<Swift.min(units * (part + 1) / parts * unit, count)
  }

  /// The range in parts of the given size, the last perhaps smaller.
  func blocks(of size: Int) -> Blocks { Blocks(rest: self, size: size) }
}

/// The parts of a range. (A lazy map would allocate for its closure.)
struct Blocks: Sequence, IteratorProtocol {
  var rest: Range<Int>
  let size: Int

  mutating func next() -> Range<Int>? {
    if rest.isEmpty { return nil }
    let block = rest.prefix(size)
    rest = block.upperBound..<rest.upperBound
    return block
  }
}

/// The matrix to which threads add the parts of a product.
struct Sums: @unchecked Sendable {
  // Sendable: parts do not overlap.
  let vectors: UnsafeMutablePointer<Vector>
  let vectorsPerRow: Int

  @inline(__always)
  func vector(_ row: Int, _ vector: Int) -> UnsafeMutablePointer<Vector> {
    vectors + (row &* vectorsPerRow &+ vector)
  }
}

/// The number of processors of this machine.
let processorCount = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
