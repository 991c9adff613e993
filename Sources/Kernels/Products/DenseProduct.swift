/// A product to be added to a matrix.
///
/// A block of the right factor is packed to fit into L2, a block of the left one into half of L1;
/// beside the latter lies the vector's width of the former that is at work. (K. Goto and
/// R. van de Geijn, "Anatomy of High-Performance Matrix Multiplication", 2008.)
package struct DenseProduct: BlockedProduct {
  package let a, b: Factor
  package let scale: Double
  package let sums: Sums

  package static let innerBlock = 128
  package static let rowBlock = 32
  package static let vectorBlock = 64
  /// The vectors of a block of either factor.
  package static let workspace = innerBlock * (vectorBlock + rowBlock / Vector.scalarCount)

  /// Vector by vector.
  package func block(
    _ packed: UnsafeMutablePointer<Vector>, _ inner: Range<Int>, _ vectors: Range<Int>
  ) -> PackedBlock {
    PackedBlock(vectors: packed, innerStride: 1, outerStride: inner.count)
  }

  package func addBlock(
    _ packed: UnsafeMutablePointer<Vector>, _ inner: Range<Int>, _ rows: Range<Int>,
    _ vectors: Range<Int>
  ) {
    let packedA = packed + Self.innerBlock * Self.vectorBlock
    for rows in rows.blocks(of: Self.rowBlock) {
      let outer = rows.lowerBound / 8..<(rows.upperBound + 7) / 8
      a.transposed.pack(1, inner, outer, to: block(packedA, inner, outer))
      addRows(rows, packedA, packed, inner.count, vectors)
    }
  }

  private func addRows(
    _ rows: Range<Int>, _ a: UnsafeMutablePointer<Vector>, _ b: UnsafeMutablePointer<Vector>,
    _ count: Int, _ vectors: Range<Int>
  ) {
    for v in 0..<vectors.count {
      let b = b + v &* count
      for row in stride(from: rows.lowerBound, to: rows.upperBound, by: 4) {
        let offset = row &- rows.lowerBound
        let a = UnsafeRawPointer(a + (offset / 8) &* count)
          .assumingMemoryBound(to: Double.self)
        addTile(
          a + offset % 8, b, count: count,
          to: sums.vector(row, vectors.lowerBound &+ v), stride: sums.vectorsPerRow,
          rows: rows.upperBound &- row)
      }
    }
  }
}
