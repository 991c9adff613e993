import Layers

/// Derivatives as `backward` gives them and as differences do, side by side, so that they can be drawn.
///
/// Of a module's output b by an operand it is the Jacobian: a row for each output, a column for each
/// element of the operand. Of a number, such as a loss, it is the gradient, which has the rows and
/// columns of the matrix that it is by.
package struct ComparedDerivatives: Sendable, Equatable {
  /// What is differentiated, and by what: `b` and `a`, or `J` and `α`.
  package let function, matrix: String
  /// The output's shape; nil for a number.
  package let output: Shape?
  /// The shape of what it is differentiated by.
  package let shape: Shape
  /// The numbers of what it is differentiated by, row by row.
  package let elements: [Double]
  /// From `backward`, and from difference quotients, row by row.
  package let analytic, numeric: [[Double]]
  /// How far the two part, less what a quotient itself may be off by; nil where none was compared, at
  /// a kink.
  package internal(set) var errors: [[Double?]]
  /// What the errors are relative to, in words, and the largest one accepted.
  package let reference: String
  package let tolerance: Double
  /// Whether it was taken near 1.
  package let isNear: Bool
  /// Whether it was chosen because the largest error was met here.
  package internal(set) var isWorst = false

  package init(
    of function: String, _ output: Shape?, by matrix: String, _ shape: Shape, elements: [Double],
    analytic: [[Double]], numeric: [[Double]], errors: [[Double?]], relativeTo reference: String,
    tolerance: Double, isNear: Bool, isWorst: Bool = false
  ) {
    (self.function, self.output, self.matrix, self.shape) = (function, output, matrix, shape)
    (self.elements, self.analytic, self.numeric) = (elements, analytic, numeric)
    (self.errors, self.reference, self.tolerance) = (errors, reference, tolerance)
    (self.isNear, self.isWorst) = (isNear, isWorst)
  }

  /// A derivative's place.
  package struct Cell: Sendable, Equatable {
    package let row, column: Int
  }

  /// No picture has more: a person would not see them.
  static let mostCells = 2400

  /// All places, in the order in which they are compared: of a Jacobian element by element.
  package var cells: [Cell] {
    let (rows, columns) = (analytic.indices, analytic.first?.indices ?? 0..<0)
    return output == nil
      ? rows.flatMap { row in columns.map { Cell(row: row, column: $0) } }
      : columns.flatMap { column in rows.map { Cell(row: $0, column: column) } }
  }

  /// For example `∂b[0,3]/∂a[0,1]`.
  package func name(_ cell: Cell) -> String {
    let index = output.map { cell.row.indices($0) } ?? ""
    return "∂\(function)\(index)/∂\(matrix)\(element(cell).indices(shape))"
  }

  /// The number by which is differentiated there.
  package func number(_ cell: Cell) -> Double { elements[element(cell)] }

  private func element(_ cell: Cell) -> Int {
    output == nil ? cell.row * shape.columns + cell.column : cell.column
  }

  /// Whether the two part by more than the tolerance, as NaN does.
  package func isBeyond(_ cell: Cell) -> Bool {
    errors[cell.row][cell.column].map { !($0 <= tolerance) } ?? false
  }

  /// Where they part most; of equals, but for rounding, the first.
  package var worst: (cell: Cell, error: Double)? {
    var worst: (cell: Cell, error: Double)?
    for cell in cells {
      guard let error = errors[cell.row][cell.column] else { continue }
      if worst.map({ isWorse(error, than: $0.error) }) ?? true { worst = (cell, error) }
    }
    return worst
  }
}

/// The distance of a derivative from the difference quotient, which may be off by `uncertainty`,
/// relative to `scale`. What is NaN is no distance, and counts as infinite.
func relativeError(
  _ analytic: Double, _ numeric: Double, uncertainty: Double = 0, scale: Double
) -> Double {
  let difference = abs(analytic - numeric) - uncertainty
  // Two exact zeros are equal.
  if difference <= 0 { return 0 }
  let error = difference / scale
  return error.isNaN ? .infinity : error
}

/// Whether an error is larger than another by more than rounding.
func isWorse(_ error: Double, than other: Double) -> Bool { error > other * (1 + 1e-9) }
