import CLibrary

/// A product that is added to a matrix block by block, by several threads: while a block of the
/// right factor is at work, it lies packed in a cache.
///
/// Sums begin with what the matrix holds and go on from block to block, so each runs in the order
/// of the inner dimension, whatever the blocks.
package protocol BlockedProduct: Sendable {
  /// The right factor, and what it is multiplied by.
  var b: Factor { get }
  var scale: Double { get }

  /// The steps of the inner dimension and the vectors of a row that a block has at most.
  static var innerBlock: Int { get }
  static var vectorBlock: Int { get }

  /// The place of a block that is packed from `packed` on.
  func block(
    _ packed: UnsafeMutablePointer<Vector>, _ inner: Range<Int>, _ vectors: Range<Int>
  ) -> PackedBlock

  /// Adds the product of some rows of the left factor with a packed block.
  func addBlock(
    _ packed: UnsafeMutablePointer<Vector>, _ inner: Range<Int>, _ rows: Range<Int>,
    _ vectors: Range<Int>)
}

extension BlockedProduct {
  /// Adds all of `rows` rows of `vectors` vectors in `parts` parts of equal size.
  ///
  /// The longer side is cut, so that less is packed twice. A sum belongs to one part, so its bits
  /// do not depend on their number.
  package func add(rows: Int, vectors: Int, parts: Int) {
    if parts <= 1 { return add(0..<rows, 0..<vectors) }
    forEachPart(of: parts) { part in
      if rows > vectors * Vector.scalarCount {
        let rows = (0..<rows).part(part, of: parts, multiplesOf: Vector.scalarCount)
        add(rows, 0..<vectors)
      } else {
        add(0..<rows, (0..<vectors).part(part, of: parts, multiplesOf: 1))
      }
    }
  }

  /// Adds the part of the given rows, which begin at a multiple of 8, and of these the given
  /// vectors.
  private func add(_ rows: Range<Int>, _ vectors: Range<Int>) {
    withWorkspace { packed in
      for vectors in vectors.blocks(of: Self.vectorBlock) {
        for inner in (0..<b.shape.rows).blocks(of: Self.innerBlock) {
          b.pack(scale, inner, vectors, to: block(packed, inner, vectors))
          addBlock(packed, inner, rows, vectors)
        }
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
  package func blocks(of size: Int) -> Blocks { Blocks(rest: self, size: size) }
}

/// The parts of a range. (A lazy map would allocate for its closure.)
package struct Blocks: Sequence, IteratorProtocol {
  package var rest: Range<Int>
  package let size: Int

  package mutating func next() -> Range<Int>? {
    if rest.isEmpty { return nil }
    let block = rest.prefix(size)
    rest = block.upperBound..<rest.upperBound
    return block
  }
}

/// The matrix to which threads add the parts of a product.
package struct Sums: @unchecked Sendable {
  // Sendable: parts do not overlap.
  package let vectors: UnsafeMutablePointer<Vector>
  package let vectorsPerRow: Int

  @inline(__always)
  package func vector(_ row: Int, _ vector: Int) -> UnsafeMutablePointer<Vector> {
    vectors + (row &* vectorsPerRow &+ vector)
  }
}

/// The number of processors of this machine.
package let processorCount = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
