/// The shape of a matrix: rows × columns.
public struct Shape: Hashable, Sendable, CustomStringConvertible {
  /// Number of rows; in a batch, the number of examples.
  public var rows: Int
  /// Number of columns; in a batch, the number of values of one example.
  public var columns: Int

  /// The shape `rows` × `columns`.
  public init(_ rows: Int, _ columns: Int) {
    self.rows = rows
    self.columns = columns
  }

  /// The number of elements.
  @inlinable public var count: Int { rows * columns }

  /// For example `1×50`.
  public var description: String { "\(rows)×\(columns)" }
}

/// A module was given operands whose shapes do not fit, or wrote an output of the wrong shape.
public struct ShapeError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The module that cannot be applied.
  public let module: String
  /// What was found and what is accepted.
  public let message: String

  /// An error that `module` reports.
  public init(_ module: String, _ message: String) {
    self.module = module
    self.message = message
  }

  /// One line: the module, what was found and what is accepted.
  public var description: String { "\(module): \(message)" }
}
