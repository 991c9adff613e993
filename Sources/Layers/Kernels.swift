/// `y += s · x`, vector by vector.
@inline(__always)
func addScaled(_ s: Double, _ x: Span<Vector>, to y: inout MutableSpan<Vector>) {
  precondition(x.count <= y.count)
  let s = Vector(repeating: s)
  for k in 0..<x.count { y[unchecked: k] += s * x[unchecked: k] }
}

/// `y += Σ inputs[i] · row i+1 of the weights` over the indices i in `ink`, in their order.
///
/// Several columns stay in registers through the whole sum.
@inline(__always)
func addRows(
  _ ink: Ink, _ inputs: Span<Double>, of weights: Span<Vector>,
  to y: inout MutableSpan<Vector>
) {
  let width = y.count
  var c = 0
  while c &+ 4 <= width {
    var (s0, s1) = (y[unchecked: c], y[unchecked: c &+ 1])
    var (s2, s3) = (y[unchecked: c &+ 2], y[unchecked: c &+ 3])
    for k in 0..<ink.count {
      let i = ink[k]
      let input = Vector(repeating: inputs[unchecked: i])
      let at = (i &+ 1) &* width &+ c
      s0 += input * weights[unchecked: at]
      s1 += input * weights[unchecked: at &+ 1]
      s2 += input * weights[unchecked: at &+ 2]
      s3 += input * weights[unchecked: at &+ 3]
    }
    (y[unchecked: c], y[unchecked: c &+ 1]) = (s0, s1)
    (y[unchecked: c &+ 2], y[unchecked: c &+ 3]) = (s2, s3)
    c &+= 4
  }
  if c &+ 2 <= width {
    var (s0, s1) = (y[unchecked: c], y[unchecked: c &+ 1])
    for k in 0..<ink.count {
      let i = ink[k]
      let input = Vector(repeating: inputs[unchecked: i])
      let at = (i &+ 1) &* width &+ c
      s0 += input * weights[unchecked: at]
      s1 += input * weights[unchecked: at &+ 1]
    }
    (y[unchecked: c], y[unchecked: c &+ 1]) = (s0, s1)
    c &+= 2
  }
  if c < width {
    var s = y[unchecked: c]
    for k in 0..<ink.count {
      let i = ink[k]
      s += inputs[unchecked: i] * weights[unchecked: (i &+ 1) &* width &+ c]
    }
    y[unchecked: c] = s
  }
}

/// Row i+1 of the weights `+= scale · inputs[i] · x`, for the indices i in `ink`.
///
/// Several columns of x stay in registers for all rows.
@inline(__always)
func addOuterProduct(
  _ scale: Double, _ ink: Ink, _ inputs: Span<Double>, _ x: Span<Vector>,
  to weights: inout MutableSpan<Vector>
) {
  let width = x.count
  var c = 0
  while c &+ 4 <= width {
    let (x0, x1) = (x[unchecked: c], x[unchecked: c &+ 1])
    let (x2, x3) = (x[unchecked: c &+ 2], x[unchecked: c &+ 3])
    for k in 0..<ink.count {
      let i = ink[k]
      let s = Vector(repeating: scale * inputs[unchecked: i])
      let at = (i &+ 1) &* width &+ c
      weights[unchecked: at] += s * x0
      weights[unchecked: at &+ 1] += s * x1
      weights[unchecked: at &+ 2] += s * x2
      weights[unchecked: at &+ 3] += s * x3
    }
    c &+= 4
  }
  if c &+ 2 <= width {
    let (x0, x1) = (x[unchecked: c], x[unchecked: c &+ 1])
    for k in 0..<ink.count {
      let i = ink[k]
      let s = Vector(repeating: scale * inputs[unchecked: i])
      let at = (i &+ 1) &* width &+ c
      weights[unchecked: at] += s * x0
      weights[unchecked: at &+ 1] += s * x1
    }
    c &+= 2
  }
  if c < width {
    let x0 = x[unchecked: c]
    for k in 0..<ink.count {
      let i = ink[k]
      weights[unchecked: (i &+ 1) &* width &+ c] += (scale * inputs[unchecked: i]) * x0
    }
  }
}

/// `y[i] += x · row i+1 of the weights` for i in 0..<`count`, y as padded vectors.
///
/// Eight rows at a time, so that their eight sums over lanes are added up together.
@inline(__always)
func addProducts(
  _ x: Span<Vector>, with weights: Span<Vector>, count: Int, to y: inout MutableSpan<Vector>
) {
  let width = x.count
  let full = count / Vector.scalarCount
  precondition((count &+ 1) &* width <= weights.count && full <= y.count)
  for k in 0..<full {
    let row = (k &* Vector.scalarCount &+ 1) &* width
    y[unchecked: k] += laneSums(
      laneProducts(x, weights, row), laneProducts(x, weights, row &+ width),
      laneProducts(x, weights, row &+ 2 &* width), laneProducts(x, weights, row &+ 3 &* width),
      laneProducts(x, weights, row &+ 4 &* width), laneProducts(x, weights, row &+ 5 &* width),
      laneProducts(x, weights, row &+ 6 &* width), laneProducts(x, weights, row &+ 7 &* width))
  }
  for i in full &* Vector.scalarCount..<count {
    let products = laneProducts(x, weights, (i &+ 1) &* width)
    let pairs = products.evenHalf + products.oddHalf
    let fours = pairs.evenHalf + pairs.oddHalf
    y[full][i % Vector.scalarCount] += fours[0] + fours[1]
  }
}

/// `Σ x[k] · weights[start + k]` in each lane by itself.
@inline(__always)
private func laneProducts(_ x: Span<Vector>, _ weights: Span<Vector>, _ start: Int) -> Vector {
  var sums = x[unchecked: 0] * weights[unchecked: start]
  for k in 1..<max(1, x.count) { sums += x[unchecked: k] * weights[unchecked: start &+ k] }
  return sums
}

/// The sum over the lanes of each of eight vectors, neighbours first: ((0+1)+(2+3))+((4+5)+(6+7)).
@inline(__always)
private func laneSums(
  _ a: Vector, _ b: Vector, _ c: Vector, _ d: Vector, _ e: Vector, _ f: Vector, _ g: Vector,
  _ h: Vector
) -> Vector {
  @inline(__always)
  func pairs(_ x: Vector, _ y: Vector) -> Vector {
    Vector(lowHalf: x.evenHalf + x.oddHalf, highHalf: y.evenHalf + y.oddHalf)
  }
  return pairs(pairs(pairs(a, b), pairs(c, d)), pairs(pairs(e, f), pairs(g, h)))
}

/// `Σ x[k] · y[k]`: eight partial sums, one per lane, added up at the end.
///
/// The order is fixed by this code and not by the machine's vector width.
@inline(__always)
func dot(_ x: Span<Vector>, _ y: Span<Vector>) -> Double {
  var sums = Vector.zero
  for k in 0..<min(x.count, y.count) { sums += x[k] * y[k] }
  let pairs = sums.evenHalf + sums.oddHalf
  let fours = pairs.evenHalf + pairs.oddHalf
  return fours[0] + fours[1]
}
