/// The numbers of one example, each of which meets a row of weights.
protocol Coefficients: ~Escapable {
  var count: Int { get }
  /// The row of the weights that the k-th number meets.
  func row(_ k: Int) -> Int
  /// The k-th number times `block`.
  func times<Block: ColumnBlock>(_ k: Int, _ block: Block) -> Block
}

/// All numbers of an example.
struct DenseCoefficients: Coefficients, ~Escapable {
  let values: Span<Double>

  @inline(__always)
  var count: Int { values.count }
  @inline(__always)
  func row(_ k: Int) -> Int { k }
  @inline(__always)
  func times<Block: ColumnBlock>(_ k: Int, _ block: Block) -> Block {
    Vector(repeating: values[unchecked: k]) * block
  }
}

/// The numbers of an example that are not zero.
struct SparseCoefficients: Coefficients, ~Escapable {
  let columns: Span<Int32>
  let values: Span<Double>

  @inline(__always)
  var count: Int { columns.count }
  @inline(__always)
  func row(_ k: Int) -> Int { Int(columns[unchecked: k]) }
  @inline(__always)
  func times<Block: ColumnBlock>(_ k: Int, _ block: Block) -> Block {
    Vector(repeating: values[unchecked: k]) * block
  }
}

/// The ones of an example whose other numbers are zero.
struct UnitCoefficients: Coefficients, ~Escapable {
  let columns: Span<Int32>

  @inline(__always)
  var count: Int { columns.count }
  @inline(__always)
  func row(_ k: Int) -> Int { Int(columns[unchecked: k]) }
  @inline(__always)
  func times<Block: ColumnBlock>(_ k: Int, _ block: Block) -> Block { block }
}
