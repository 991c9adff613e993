import Layers

/// A module's functions on matrices of one's own, with the shapes of what they leave checked.
extension Module {
  /// The output, written over `number` in every place: by default NaN, so that an element that is not
  /// written shows.
  func output(_ operands: [Matrix], over number: Double = .nan) throws(ShapeError) -> Matrix {
    let shape = try shape(operands.map(\.shape))
    var b = Matrix(shape)
    b.fill(number)
    Operands.lend(operands) { forward($0, into: &b) }
    try expect(b, "output", shape)
    return b
  }

  /// What is there after backward added the gradient of the operand at `index` to `initial`, by
  /// default to zeros.
  func gradient(
    _ index: Int, _ operands: [Matrix], _ b: Matrix, _ gB: Matrix, addingTo initial: Matrix? = nil
  ) throws(ShapeError) -> Matrix {
    var gradient = initial ?? Matrix(operands[index].shape)
    Operands.lend(operands) { backward($0, b, gB, adding: &gradient, of: index) }
    try expect(gradient, "gradient of \(operandNames[index])", operands[index].shape)
    return gradient
  }

  private func expect(_ matrix: Matrix, _ what: String, _ shape: Shape) throws(ShapeError) {
    if matrix.shape != shape {
      throw ShapeError(name, "the \(what) has shape \(matrix.shape), expected \(shape)")
    }
  }
}

extension Matrix {
  /// Whether another has the same numbers, bit for bit, where NaN is NaN.
  func isSame(as other: Matrix) -> Bool {
    shape == other.shape
      && zip(values, other.values).allSatisfy {
        $0.bitPattern == $1.bitPattern || $0.isNaN && $1.isNaN
      }
  }

  /// Whether another has the same numbers but for rounding in sums.
  func isClose(to other: Matrix) -> Bool {
    shape == other.shape
      && zip(values, other.values).allSatisfy {
        $0 == $1 || abs($0 - $1) <= 1e-12 * max(1, abs($0), abs($1)) || $0.isNaN && $1.isNaN
      }
  }

  /// The sum of this and a multiple of another.
  func plus(_ other: Matrix, times scale: Double = 1) -> Matrix {
    var sum = self
    sum.add(other, times: scale)
    return sum
  }
}
