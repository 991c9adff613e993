/// `y += Σ coefficients[k] · weights[row of k]`, in order.
@inline(__always)
package func sumRows<C: Coefficients & ~Escapable>(
  _ coefficients: borrowing C, of weights: Span<Vector>, width: Int, to y: inout MutableSpan<Vector>
) {
  var c = 0
  while c &+ 7 <= y.count {
    sumRows(SevenVectors.self, c, coefficients, of: weights, width, to: &y)
    c &+= 7
  }
  if c &+ 4 <= y.count {
    sumRows(FourVectors.self, c, coefficients, of: weights, width, to: &y)
    c &+= 4
  }
  switch y.count &- c {
  case 1: sumRows(Vector.self, c, coefficients, of: weights, width, to: &y)
  case 2: sumRows(TwoVectors.self, c, coefficients, of: weights, width, to: &y)
  case 3: sumRows(ThreeVectors.self, c, coefficients, of: weights, width, to: &y)
  default: break
  }
}

@inline(__always)
private func sumRows<Block: ColumnBlock, C: Coefficients & ~Escapable>(
  _: Block.Type, _ c: Int, _ coefficients: borrowing C, of weights: Span<Vector>, _ width: Int,
  to y: inout MutableSpan<Vector>
) {
  var sum = Block(y.span, c)
  for k in 0..<coefficients.count {
    sum = sum + coefficients.times(k, Block(weights, coefficients.row(k) &* width &+ c))
  }
  sum.store(to: &y, c)
}

/// `weights[row of k] += coefficients[k] · (scale · x)`.
@inline(__always)
package func addOuterProduct<C: Coefficients & ~Escapable>(
  _ scale: Double, _ coefficients: borrowing C, _ x: Span<Vector>, width: Int,
  to weights: inout MutableSpan<Vector>
) {
  var c = 0
  while c &+ 7 <= x.count {
    addOuterProduct(SevenVectors.self, c, scale, coefficients, x, width, to: &weights)
    c &+= 7
  }
  if c &+ 4 <= x.count {
    addOuterProduct(FourVectors.self, c, scale, coefficients, x, width, to: &weights)
    c &+= 4
  }
  switch x.count &- c {
  case 1: addOuterProduct(Vector.self, c, scale, coefficients, x, width, to: &weights)
  case 2: addOuterProduct(TwoVectors.self, c, scale, coefficients, x, width, to: &weights)
  case 3: addOuterProduct(ThreeVectors.self, c, scale, coefficients, x, width, to: &weights)
  default: break
  }
}

@inline(__always)
private func addOuterProduct<Block: ColumnBlock, C: Coefficients & ~Escapable>(
  _: Block.Type, _ c: Int, _ scale: Double, _ coefficients: borrowing C, _ x: Span<Vector>,
  _ width: Int, to weights: inout MutableSpan<Vector>
) {
  let step = Vector(repeating: scale) * Block(x, c)
  for k in 0..<coefficients.count {
    let at = coefficients.row(k) &* width &+ c
    (Block(weights.span, at) + coefficients.times(k, step)).store(to: &weights, at)
  }
}

/// `y[i] += x · row i of the weights`, for the first `count` numbers of y.
///
/// Eight rows at a time: their sums over lanes are added up together, and y is written as it will be
/// read. (A vector that was written number by number can be read only once all of them are in the cache.)
@inline(__always)
package func addDotProducts(
  _ x: Span<Vector>, _ weights: Span<Vector>, width: Int, count: Int,
  to y: inout MutableSpan<Vector>
) {
  require(
    x.count <= width && count &* width <= weights.count
      && count <= y.count &* Vector.scalarCount,
    "dot products with rows that are not there, or shorter")
  var i = 0
  while i < count {
    let low = fourProducts(x, weights, width, i, count)
    let high = i &+ 4 < count ? fourProducts(x, weights, width, i &+ 4, count) : .zero
    y[unchecked: i / Vector.scalarCount] += Vector(lowHalf: low, highHalf: high).first(count &- i)
    i &+= Vector.scalarCount
  }
}

/// The products of x with four rows of the weights from row `i` of `count` on; the first again in the
/// places of those that are missing.
@inline(__always)
private func fourProducts(
  _ x: Span<Vector>, _ weights: Span<Vector>, _ width: Int, _ i: Int, _ count: Int
) -> SIMD4<Double> {
  var (a, b, c, d) = (Vector.zero, Vector.zero, Vector.zero, Vector.zero)
  let second = i &+ 1 < count ? width : 0
  let third = i &+ 2 < count ? 2 &* width : 0
  let fourth = i &+ 3 < count ? 3 &* width : 0
  for k in x.indices {
    let at = i &* width &+ k
    a += x[unchecked: k] * weights[unchecked: at]
    b += x[unchecked: k] * weights[unchecked: at &+ second]
    c += x[unchecked: k] * weights[unchecked: at &+ third]
    d += x[unchecked: k] * weights[unchecked: at &+ fourth]
  }
  return sumsOfPairs(sumsOfHalves(a, b), sumsOfHalves(c, d))
}

@inline(__always)
private func sumsOfHalves(_ a: Vector, _ b: Vector) -> Vector {
  Vector(lowHalf: a.lowHalf + a.highHalf, highHalf: b.lowHalf + b.highHalf)
}

@inline(never)
private func sumsOfPairs(_ a: Vector, _ b: Vector) -> SIMD4<Double> {
  let pairs =
    Vector(lowHalf: a.evenHalf, highHalf: b.evenHalf)
    + Vector(lowHalf: a.oddHalf, highHalf: b.oddHalf)
  return pairs.evenHalf + pairs.oddHalf
}
