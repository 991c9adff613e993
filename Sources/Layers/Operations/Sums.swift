/// The sum of all elements: `b = Σ a`.
///
/// `a`: any shape; `b`: 1×1. Gradient: `gA = gB` for every element.
public struct Sum: UnaryModule, Operation {
  /// Printed as `sum`.
  public init() {}

  /// 1×1.
  public func shape(_ a: Shape) throws(ShapeError) -> Shape { Shape(1, 1) }

  /// `b = Σ a`.
  public func forward(_ a: Matrix, into b: inout Matrix) {
    b[0, 0] = sum(of: a.vectors())
  }

  /// `gA += gB` for every element; `gB` is 1×1.
  public func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    for n in 0..<a.rows { gA.add(gB[0, 0], toRow: n) }
  }
}

/// The mean of all elements: `b = Σ a / n` for n elements.
///
/// `a`: any shape; `b`: 1×1, NaN where there is no element. Gradient: `gA = gB / n` for every
/// element.
public struct Mean: UnaryModule, Operation {
  /// Printed as `mean`.
  public init() {}

  /// 1×1.
  public func shape(_ a: Shape) throws(ShapeError) -> Shape { Shape(1, 1) }

  /// `b = Σ a / n`.
  public func forward(_ a: Matrix, into b: inout Matrix) {
    b[0, 0] = sum(of: a.vectors()) / Double(a.shape.count)
  }

  /// `gA += gB / n`.
  public func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    let share = gB[0, 0] / Double(a.shape.count)
    for n in 0..<a.rows { gA.add(share, toRow: n) }
  }
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
