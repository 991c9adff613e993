/// A matrix of `Double`, rows × columns, row-major: a value type (copy on write).
///
/// A row is an example, so one example is a 1×d matrix and a batch of N is N×d.
///
/// In memory every row is padded with zeros to a whole number of ``Vector``s, so that kernels have
/// no tail loops. The padding is zero before and after every public operation and shows nowhere.
public struct Matrix: @unchecked Sendable {
  // Sendable: its memory is written to only while it is the sole owner.
  /// Rows × columns.
  public private(set) var shape: Shape
  @usableFromInline package let vectorsPerRow: Int
  @usableFromInline package var storage: AlignedStorage
  /// The row of the storage that is row 0 here: a data set's rows are read where they lie.
  package var firstRow = 0
  /// That row's place in memory.
  @usableFromInline private(set) var start: UnsafeMutablePointer<Vector>
  /// Where the numbers are that are not zero, if somebody asked; forgotten at the first write.
  @usableFromInline package var nonZeros: NonZeros?

  /// The number of rows.
  @inlinable public var rows: Int { shape.rows }
  /// The number of columns.
  @inlinable public var columns: Int { shape.columns }

  /// A matrix of zeros.
  public init(_ shape: Shape) {
    require(shape.rows >= 0 && shape.columns >= 0, "a matrix of shape \(shape)")
    self.shape = shape
    vectorsPerRow = Self.vectors(perRowOf: shape.columns)
    let count = shape.rows * vectorsPerRow
    storage = AlignedStorage(count: count) { $0.initialize(repeating: .zero, count: count) }
    start = storage.vectors
  }

  private static func vectors(perRowOf columns: Int) -> Int {
    (columns + Vector.scalarCount - 1) / Vector.scalarCount
  }

  /// A matrix of zeros.
  public init(rows: Int, columns: Int) { self.init(Shape(rows, columns)) }

  /// A matrix with the given elements in row-major order; `values.count` is rows × columns.
  public init(rows: Int, columns: Int, _ values: [Double]) {
    self.init(rows: rows, columns: columns, count: values.count) {
      AlignedStorage(rows: rows, of: values, columns: columns, width: $0)
    }
  }

  /// A matrix with the given whole numbers in row-major order; `bytes.count` is rows × columns.
  package init(rows: Int, columns: Int, bytes: [UInt8]) {
    self.init(rows: rows, columns: columns, count: bytes.count) {
      AlignedStorage(rows: rows, of: bytes, columns: columns, width: $0)
    }
  }

  /// A matrix of `count` values, in a storage with so many vectors a row.
  private init(rows: Int, columns: Int, count: Int, _ storage: (Int) -> AlignedStorage) {
    require(
      rows >= 0 && columns >= 0 && count == rows * columns,
      "\(count) values for \(rows)×\(columns)")
    shape = Shape(rows, columns)
    vectorsPerRow = Self.vectors(perRowOf: columns)
    self.storage = storage(vectorsPerRow)
    start = self.storage.vectors
  }

  /// One example: a 1×d matrix.
  public init(row values: [Double]) { self.init(rows: 1, columns: values.count, values) }

  /// The element in the given row and column, both counted from 0.
  @inlinable
  public subscript(_ i: Int, _ j: Int) -> Double {
    @inline(__always) get { element(i, j).pointee }
    @inline(__always) _modify {
      makeUnique()
      yield &element(i, j).pointee
    }
  }

  @inlinable
  @inline(__always)
  package func element(_ i: Int, _ j: Int) -> UnsafeMutablePointer<Double> {
    if j < 0 || j >= columns { stop(atColumn: j, of: shape) }
    return UnsafeMutableRawPointer(firstVector(ofRow: i)).assumingMemoryBound(to: Double.self) + j
  }

  /// The elements in row-major order.
  public var values: [Double] {
    var values: [Double] = []
    values.reserveCapacity(shape.count)
    for i in 0..<rows {
      let row = row(i)
      for j in 0..<columns { values.append(row[j]) }
    }
    return values
  }

  /// The matrix with rows and columns exchanged.
  public var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for i in 0..<rows { for j in 0..<columns { result[j, i] = self[i, j] } }
    return result
  }

  /// Sets every element to `value`.
  public mutating func fill(_ value: Double) {
    let columns = columns
    var vectors = mutableVectors()
    for k in vectors.indices { vectors[unchecked: k] = Vector(repeating: value) }
    vectors.clearPadding(columns: columns)
  }

  /// Sets every element to 0, and the padding: where a kernel met 0 · ∞, it holds NaN.
  public mutating func clear() {
    var vectors = mutableVectors()
    for k in vectors.indices { vectors[unchecked: k] = .zero }
  }

  /// Adds `scale · other`, a matrix of the same shape.
  public mutating func add(_ other: Matrix, times scale: Double = 1) {
    require(other.shape == shape, "adding \(other.shape) to \(shape)")
    for i in 0..<rows {
      var row = mutableVectors(ofRow: i)
      addScaled(scale, other.vectors(ofRow: i), to: &row)
    }
  }

  /// Whether no element is infinite or NaN.
  public var isFinite: Bool {
    if let sparseRows, sparseRows.areOnes { return true }
    return sumTimesZero.isZero
  }

  /// The sum of all elements times 0: +0 for numbers, and NaN for the rest, so that it tells without a
  /// branch per element whether there are others.
  package var sumTimesZero: Vector {
    var sum = Vector.zero
    let vectors = vectors()
    for k in vectors.indices { sum += vectors[unchecked: k] * 0 }
    return sum
  }

  // teacher
  /// The column of the largest element in a row, the lowest on ties.
  public func argmax(ofRow i: Int) -> Int {
    let row = row(i)
    var best = 0
    for j in row.indices where row[j] > row[best] { best = j }
    return best
  }

  /// Whether `j` is that column. Where it mostly is, this is quicker than to search for it.
  package func isArgmax(_ j: Int, ofRow i: Int) -> Bool {
    let element = Vector(repeating: self[i, j])
    let vectors = vectors(ofRow: i)
    var count = Vector.zero
    for k in vectors.indices {
      count += Vector.zero.replacing(with: 1, where: vectors[unchecked: k] .>= element)
    }
    // No other is as large, nor is the padding.
    return count.sum() == 1 || argmax(ofRow: i) == j
  }
  // end

  /// Copies row `i` of `source`, which has as many columns, to row `row`.
  public mutating func copyRow(_ i: Int, of source: Matrix, to row: Int) {
    require(source.columns == columns, "a row of \(source.shape) into \(shape)")
    let from = source.vectors(ofRow: i)
    var to = mutableVectors(ofRow: row)
    for k in from.indices { to[k] = from[k] }
  }

  /// The given rows of `source`. The two share memory until one is written to.
  public init(rows range: Range<Int>, of source: Matrix) {
    require(
      range.lowerBound >= 0 && range.upperBound <= source.rows, "rows \(range) of \(source.shape)")
    self = source
    shape = Shape(range.count, source.columns)
    firstRow += range.lowerBound
    start += range.lowerBound * vectorsPerRow
  }

  /// The same as `self = Matrix(rows: i..<i + rows, of: source)`, but quicker: where these are rows
  /// of `source` already, only the place changes.
  public mutating func move(toRow i: Int, of source: Matrix) {
    require(
      i >= 0 && i &+ rows <= source.rows && columns == source.columns,
      "\(shape) from row \(i) of \(source.shape)")
    if storage === source.storage && nonZeros === source.nonZeros {
      firstRow = source.firstRow &+ i
      start = source.start + i &* vectorsPerRow
    } else {
      self = Matrix(rows: i..<i + rows, of: source)
    }
  }

  /// The same matrix, which knows where its numbers are that are not zero, so that a ``Linear``
  /// skips the zeros.
  public var sparse: Matrix {
    var matrix = self
    if firstRow > 0 { matrix.makeUnique() }
    matrix.nonZeros = NonZeros(of: self)
    return matrix
  }

  /// To be called before anything is written.
  @inlinable
  @inline(__always)
  package mutating func makeUnique() {
    if nonZeros != nil || !isKnownUniquelyReferenced(&storage) { detach() }
  }

  @usableFromInline
  @inline(never)
  package mutating func detach() {
    nonZeros = nil
    if isKnownUniquelyReferenced(&storage) { return }
    let count = rows * vectorsPerRow
    storage = AlignedStorage(count: count) { [start] in $0.initialize(from: start, count: count) }
    start = storage.vectors
    firstRow = 0
  }
}

extension Matrix: Equatable {
  /// Same shape and elements, as `Double` compares them (NaN differs from itself).
  public static func == (lhs: Matrix, rhs: Matrix) -> Bool {
    lhs.shape == rhs.shape && lhs.values == rhs.values
  }
}

extension Matrix: CustomStringConvertible {
  /// The shape and the rows, for example `2×2 [[1.0, 2.0], [3.0, 4.0]]`.
  public var description: String {
    let lines = (0..<rows).map { i in (0..<columns).map { self[i, $0] } }
    return "\(shape) \(lines)"
  }
}
