/// The numbers of one example, each of which meets a row of weights.
package protocol Coefficients: ~Escapable {
  var count: Int { get }
  /// The row of the weights that the k-th number meets.
  func row(_ k: Int) -> Int
  /// The k-th number times `block`.
  func times<Block: ColumnBlock>(_ k: Int, _ block: Block) -> Block
}

/// All numbers of an example.
package struct DenseCoefficients: Coefficients, ~Escapable {
  package let values: Span<Double>

  @inline(__always)
  @_lifetime(copy values)
  package init(values: Span<Double>) { self.values = values }

  @inline(__always)
  package var count: Int { values.count }
  @inline(__always)
  package func row(_ k: Int) -> Int { k }
  @inline(__always)
  package func times<Block: ColumnBlock>(_ k: Int, _ block: Block) -> Block {
    Vector(repeating: values[unchecked: k]) * block
  }
}

/// The numbers of an example that are not zero.
package struct SparseCoefficients: Coefficients, ~Escapable {
  package let columns: Span<Int32>
  package let values: Span<Double>

  @inline(__always)
  package var count: Int { columns.count }
  @inline(__always)
  package func row(_ k: Int) -> Int { Int(columns[unchecked: k]) }
  @inline(__always)
  package func times<Block: ColumnBlock>(_ k: Int, _ block: Block) -> Block {
    Vector(repeating: values[unchecked: k]) * block
  }
}

/// The ones of an example whose other numbers are zero.
package struct UnitCoefficients: Coefficients, ~Escapable {
  package let columns: Span<Int32>

  @inline(__always)
  package var count: Int { columns.count }
  @inline(__always)
  package func row(_ k: Int) -> Int { Int(columns[unchecked: k]) }
  @inline(__always)
  package func times<Block: ColumnBlock>(_ k: Int, _ block: Block) -> Block { block }
}
