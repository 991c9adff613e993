/// `y += s · x`, vector by vector.
@inline(__always)
package func addScaled(_ s: Double, _ x: Span<Vector>, to y: inout MutableSpan<Vector>) {
  require(x.count <= y.count, "adding a row to a shorter one")
  let s = Vector(repeating: s)
  for k in 0..<x.count { y[unchecked: k] += s * x[unchecked: k] }
}
