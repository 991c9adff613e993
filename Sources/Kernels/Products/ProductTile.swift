/// Adds a product to four rows of one vector of sums, which stay in registers meanwhile.
///
/// `a` holds the left factor, eight rows of it for each step of the inner dimension, of which the
/// first four count; `b` holds a vector of the right factor for each step. Four by one are as many
/// sums as hide the latency of the additions and as fit into the registers of AVX2 with what is
/// multiplied; wider tiles are no faster with AVX-512.
///
/// Each sum takes one product after the other, in order, and rounds twice: no fused multiply-add.
@inline(__always)
package func addTile(
  _ a: UnsafePointer<Double>, _ b: UnsafePointer<Vector>, count: Int,
  to sums: UnsafeMutablePointer<Vector>, stride: Int, rows: Int
) {
  // Rows that are not there share the place of the last one, and are written before it.
  let last = rows &- 1
  let row1 = sums + min(1, last) &* stride
  let row2 = sums + min(2, last) &* stride
  let row3 = sums + min(3, last) &* stride
  var (sum0, sum1, sum2, sum3) = (sums.pointee, row1.pointee, row2.pointee, row3.pointee)
  for k in 0..<count {
    let a = a + k &* Vector.scalarCount
    let b = b[k]
    sum0 += a[0] * b
    sum1 += a[1] * b
    sum2 += a[2] * b
    sum3 += a[3] * b
  }
  row3.pointee = sum3
  row2.pointee = sum2
  row1.pointee = sum1
  sums.pointee = sum0
}
