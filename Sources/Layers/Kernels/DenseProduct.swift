/// A product to be added to a matrix, block by block.
///
/// A block of the right factor is packed to fit into L2, a block of the left one into half of L1;
/// beside the latter lies the vector's width of the former that is at work. (K. Goto and
/// R. van de Geijn, "Anatomy of High-Performance Matrix Multiplication", 2008.)
///
/// Sums begin with what the matrix holds and go on from block to block, so each runs in the order
/// of the inner dimension, whatever the blocks.
struct DenseProduct: ProductParts {
  let a, b: Factor
  let scale: Double
  let sums: Sums

  static let innerBlock = 128
  static let rowBlock = 32
  static let vectorBlock = 64

  func add(_ rows: Range<Int>, _ vectors: Range<Int>) {
    let steps = min(a.shape.columns, Self.innerBlock)
    let rowVectors = (min(rows.count, Self.rowBlock) + 7) / Vector.scalarCount
    withTemporaryVectors(steps * (rowVectors + min(vectors.count, Self.vectorBlock))) { packedA in
      let packedB = packedA + steps * rowVectors
      for vectors in vectors.blocks(of: Self.vectorBlock) {
        for inner in (0..<a.shape.columns).blocks(of: Self.innerBlock) {
          b.pack(scale, inner, vectors, to: panels(packedB, inner))
          for rows in rows.blocks(of: Self.rowBlock) {
            let outer = rows.lowerBound / 8..<(rows.upperBound + 7) / 8
            a.transposed.pack(1, inner, outer, to: panels(packedA, inner))
            addBlock(packedA, packedB, inner.count, rows, vectors)
          }
        }
      }
    }
  }

  private func panels(_ vectors: UnsafeMutablePointer<Vector>, _ inner: Range<Int>) -> PackedBlock {
    PackedBlock(vectors: vectors, innerStride: 1, outerStride: inner.count)
  }

  private func addBlock(
    _ a: UnsafeMutablePointer<Vector>, _ b: UnsafeMutablePointer<Vector>, _ count: Int,
    _ rows: Range<Int>, _ vectors: Range<Int>
  ) {
    for v in 0..<vectors.count {
      let b = b + v &* count
      var row = rows.lowerBound
      while row < rows.upperBound {
        let offset = row &- rows.lowerBound
        let a = UnsafeRawPointer(a + (offset / 8) &* count)
          .assumingMemoryBound(to: Double.self)
        addTile(
          a + offset % 8, b, count: count,
          to: sums.vector(row, vectors.lowerBound &+ v), stride: sums.vectorsPerRow,
          rows: rows.upperBound &- row)
        row &+= 4
      }
    }
  }
}
