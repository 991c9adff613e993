import Layers

/// `Softmax` under another type, so that the list does not join it with the cross-entropy.
package struct PlainSoftmax: UnaryModule {
  package init() {}

  package func forward(_ a: Matrix, into b: inout Matrix) { Softmax().forward(a, into: &b) }
  package func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    Softmax().backward(a, b, gB, adding: &gA)
  }
}

/// `Linear` that does not say that it is linear in `w`, so that its gradient is stored.
package struct PlainLinear: BinaryModule {
  package init() {}

  package func shape(_ a: Shape, _ w: Shape) throws(ShapeError) -> Shape {
    try Linear().shape(a, w)
  }
  package func forward(_ a: Matrix, _ w: Matrix, into b: inout Matrix) {
    Linear().forward(a, w, into: &b)
  }
  package func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix
  ) {
    Linear().backward(a, w, b, gB, addingA: &gA)
  }
  package func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingW gW: inout Matrix
  ) {
    Linear().backward(a, w, b, gB, addingW: &gW)
  }
}

/// Announces `a`'s shape and leaves something else, in forward or in backward.
package struct Resizing: UnaryModule {
  let inForward: Bool

  package init(inForward: Bool) { self.inForward = inForward }

  package func forward(_ a: Matrix, into b: inout Matrix) {
    if inForward { b = Matrix(Shape(9, 9)) }
  }
  package func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    if !inForward { gA = Matrix(Shape(9, 9)) }
  }
}

/// As ``Resizing``, for the gradient of one of two operands.
package struct ResizingPair: BinaryModule {
  let resizesA: Bool

  package init(resizesA: Bool) { self.resizesA = resizesA }

  package func shape(_ a: Shape, _ w: Shape) -> Shape { a }
  package func forward(_ a: Matrix, _ w: Matrix, into b: inout Matrix) { b.fill(0) }
  package func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix
  ) {
    if resizesA { gA = Matrix(Shape(9, 9)) }
  }
  package func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingW gW: inout Matrix
  ) {
    if !resizesA { gW = Matrix(Shape(9, 9)) }
  }
}
