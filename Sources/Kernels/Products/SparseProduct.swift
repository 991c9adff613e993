/// A product with a left factor that is mostly zero, to be added to a matrix.
///
/// The sums of a row stay in registers, seven vectors at a time, while the rows of the right factor
/// that meet a number are added; these lie in L1, packed. Zeros are skipped, which changes no bit
/// as long as the right factor is finite.
package struct SparseProduct: BlockedProduct {
  package let a: SparseFactor
  package let b: Factor
  package let scale: Double
  package let sums: Sums

  /// 80 · 7 vectors are 35 KiB.
  package static let innerBlock = 80
  package static let vectorBlock = 7

  /// Row by row.
  package func block(
    _ packed: UnsafeMutablePointer<Vector>, _ inner: Range<Int>, _ vectors: Range<Int>
  ) -> PackedBlock {
    PackedBlock(vectors: packed, innerStride: vectors.count, outerStride: 1)
  }

  @inline(never)  // Within the loops over blocks its own would lack registers.
  package func addBlock(
    _ packed: UnsafeMutablePointer<Vector>, _ inner: Range<Int>, _ rows: Range<Int>,
    _ vectors: Range<Int>
  ) {
    let weights = Span(_unsafeStart: packed, count: inner.count &* vectors.count)
    for i in rows {
      var sums = MutableSpan(
        _unsafeStart: sums.vector(i, vectors.lowerBound), count: vectors.count)
      sumRows(a.coefficients(i, inBlockOf: inner), of: weights, width: vectors.count, to: &sums)
    }
  }
}
