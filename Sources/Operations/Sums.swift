import Layers

/// The sum of all elements, or an equal share of it for each of them.
protocol Total: UnaryModule, Operation {
  /// The number by which the sum of a matrix of this shape is divided.
  func divisor(_ a: Shape) -> Double
}

extension Total {
  /// 1×1.
  public func shape(_ a: Shape) throws(ShapeError) -> Shape { Shape(1, 1) }

  /// The sum over the divisor.
  public func forward(_ a: Matrix, into b: inout Matrix) {
    b[0, 0] = sum(of: a.vectors()) / divisor(a.shape)
  }

  /// `gB` over the divisor to every element; `gB` is 1×1.
  public func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    let share = gB[0, 0] / divisor(a.shape)
    for n in 0..<a.rows { gA.add(share, toRow: n) }
  }
}

/// The sum of all elements: `b = Σ a`.
///
/// `a`: any shape; `b`: 1×1. Gradient: `gA = gB` for every element.
public struct Sum: UnaryModule, Total {
  /// Printed as `sum`.
  public init() {}

  func divisor(_ a: Shape) -> Double { 1 }
}

/// The mean of all elements: `b = Σ a / n` for n elements.
///
/// `a`: any shape; `b`: 1×1, NaN where there is no element. Gradient: `gA = gB / n` for every
/// element.
public struct Mean: UnaryModule, Total {
  /// Printed as `mean`.
  public init() {}

  func divisor(_ a: Shape) -> Double { Double(a.count) }
}

/// The sum of each row: `b = Σₖ a[k]`.
///
/// `a`: N×K; `b`: N×1. Gradient: `gA[k] = gB` along the row.
public struct RowSums: UnaryModule, Operation {
  /// Printed as `rowSums`.
  public init() {}

  /// N×1 for `a: N×K`.
  public func shape(_ a: Shape) throws(ShapeError) -> Shape { Shape(a.rows, 1) }

  /// `b = Σₖ a[k]`.
  public func forward(_ a: Matrix, into b: inout Matrix) {
    for n in 0..<a.rows { b[n, 0] = sum(of: a.vectors(ofRow: n)) }
  }

  /// `gA[k] += gB`.
  public func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    for n in 0..<a.rows { gA.add(gB[n, 0], toRow: n) }
  }
}

extension Matrix {
  /// Adds a number to each element of row `n`.
  @inline(__always)
  fileprivate mutating func add(_ number: Double, toRow n: Int) {
    var row = mutableRow(n)
    for k in row.indices { row[unchecked: k] += number }
  }
}
