import Layers

/// A layer of one operand that is wrong on purpose: one of the package's, with parts replaced.
struct WrongUnary: UnaryModule {
  typealias Forward = @Sendable (_ a: Matrix, _ b: inout Matrix) -> Void
  typealias Backward =
    @Sendable (
      _ a: Matrix, _ b: Matrix, _ gB: Matrix, _ gA: inout Matrix
    ) -> Void

  let name: String
  let right: any UnaryModule
  let compute: Forward
  let differentiate: Backward

  init(
    _ name: String, of right: any UnaryModule, forward: Forward? = nil, backward: Backward? = nil
  ) {
    self.name = name
    self.right = right
    compute = forward ?? { right.forward($0, into: &$1) }
    differentiate = backward ?? { right.backward($0, $1, $2, adding: &$3) }
  }

  /// With a gradient that is computed element by element.
  init(
    _ name: String, of right: any UnaryModule,
    gradient: @escaping @Sendable (_ a: Double, _ b: Double, _ gB: Double) -> Double
  ) {
    self.init(
      name, of: right,
      backward: { a, b, gB, gA in
        gA.addEach { i, j in gradient(a[i, j], b[i, j], gB[i, j]) }
      })
  }

  func shape(_ a: Shape) throws(ShapeError) -> Shape { try right.shape(a) }
  func forward(_ a: Matrix, into b: inout Matrix) { compute(a, &b) }
  func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    differentiate(a, b, gB, &gA)
  }
}

/// A layer or a loss of two operands that is wrong on purpose.
struct WrongBinary: BinaryModule {
  typealias Forward = @Sendable (_ a: Matrix, _ w: Matrix, _ b: inout Matrix) -> Void
  typealias Backward =
    @Sendable (
      _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, _ gradient: inout Matrix
    ) -> Void

  let name: String
  let right: any BinaryModule
  let compute: Forward
  let differentiateA: Backward
  let differentiateW: Backward

  init(
    _ name: String, of right: any BinaryModule, forward: Forward? = nil, gA: Backward? = nil,
    gW: Backward? = nil
  ) {
    self.name = name
    self.right = right
    compute = forward ?? { right.forward($0, $1, into: &$2) }
    differentiateA = gA ?? { right.backward($0, $1, $2, $3, addingA: &$4) }
    differentiateW = gW ?? { right.backward($0, $1, $2, $3, addingW: &$4) }
  }

  func shape(_ a: Shape, _ w: Shape) throws(ShapeError) -> Shape { try right.shape(a, w) }
  func forward(_ a: Matrix, _ w: Matrix, into b: inout Matrix) { compute(a, w, &b) }
  func backward(_ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix) {
    differentiateA(a, w, b, gB, &gA)
  }
  func backward(_ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingW gW: inout Matrix) {
    differentiateW(a, w, b, gB, &gW)
  }
}

/// Accepts no operand.
struct RefusesEverything: UnaryModule {
  func shape(_ a: Shape) throws(ShapeError) -> Shape { throw ShapeError(name, "no \(a)") }
  func forward(_ a: Matrix, into b: inout Matrix) {}
  func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {}
}

extension Matrix {
  mutating func setEach(_ element: (_ i: Int, _ j: Int) -> Double) {
    for i in 0..<rows { for j in 0..<columns { self[i, j] = element(i, j) } }
  }

  mutating func addEach(_ element: (_ i: Int, _ j: Int) -> Double) {
    for i in 0..<rows { for j in 0..<columns { self[i, j] += element(i, j) } }
  }

  func map(_ transform: (Double) -> Double) -> Matrix {
    Matrix(rows: rows, columns: columns, values.map(transform))
  }
}
