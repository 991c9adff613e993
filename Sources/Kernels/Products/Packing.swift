/// Where a packed block of a factor goes: element by element of the inner dimension, `innerStride`
/// apart, and vector by vector of the outer one, `outerStride` apart.
package struct PackedBlock {
  package let vectors: UnsafeMutablePointer<Vector>
  package let innerStride, outerStride: Int
}

extension Factor {
  /// Copies `scale` times the rows `inner`, and of these the vectors `outer`, behind each other.
  ///
  /// The factor's rows are the inner dimension of the product. A left factor is packed transposed.
  @inline(__always)  // So that a stride of 1 is known.
  package func pack(
    _ scale: Double, _ inner: Range<Int>, _ outer: Range<Int>, to block: PackedBlock
  ) {
    if isTransposed {
      for v in outer { packColumns(scale, inner, v, to: block, v - outer.lowerBound) }
    } else {
      packRows(scale, inner, outer, to: block)
    }
  }

  private func packRows(
    _ scale: Double, _ inner: Range<Int>, _ outer: Range<Int>, to block: PackedBlock
  ) {
    let source = matrix.vectors()
    let scale = Vector(repeating: scale)
    var row = block.vectors
    for k in inner {
      let start = k &* matrix.vectorsPerRow &+ outer.lowerBound
      var target = row
      for v in 0..<outer.count {
        target.pointee = scale * source[unchecked: start &+ v]
        target += block.outerStride
      }
      row += block.innerStride
    }
  }

  /// Packs the eight columns of a vector, which are rows of the matrix. Columns that the matrix
  /// does not have are zero.
  private func packColumns(
    _ scale: Double, _ inner: Range<Int>, _ v: Int, to block: PackedBlock, _ position: Int
  ) {
    let column = v &* Vector.scalarCount
    var target = block.vectors + position &* block.outerStride
    guard column &+ Vector.scalarCount <= shape.columns else {
      for k in inner {
        target.pointee = .zero
        for lane in 0..<shape.columns &- column {
          target.pointee[lane] = scale * matrix.row(column &+ lane)[unchecked: k]
        }
        target += block.innerStride
      }
      return
    }
    let numbers = UnsafeRawPointer(matrix.start + column &* matrix.vectorsPerRow)
      .assumingMemoryBound(to: Double.self)
    let step = matrix.vectorsPerRow &* Vector.scalarCount
    for k in inner {
      let a = numbers + k
      target.pointee =
        scale
        * Vector(
          a[0], a[step], a[2 &* step], a[3 &* step],
          a[4 &* step], a[5 &* step], a[6 &* step], a[7 &* step])
      target += block.innerStride
    }
  }
}
