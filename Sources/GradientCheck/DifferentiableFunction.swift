import Layers

/// A module of any number of operands, as the checker sees it.
struct DifferentiableFunction {
  let name: String
  let operandNames: [String]
  /// The output's shape.
  let shape: ([Shape]) throws(ShapeError) -> Shape
  /// Overwrites the output.
  let forward: ([Matrix], inout Matrix) -> Void
  /// Adds to the gradient of the operand with the given index.
  let backward: (_ operand: Int, [Matrix], Matrix, Matrix, inout Matrix) -> Void

  init(_ module: any UnaryModule) {
    name = module.name
    operandNames = ["a"]
    shape = { (shapes) throws(ShapeError) in try module.shape(shapes[0]) }
    forward = { module.forward($0[0], into: &$1) }
    backward = { module.backward($1[0], $2, $3, adding: &$4) }
  }

  init(_ module: any BinaryModule) {
    name = module.name
    operandNames = ["a", "w"]
    shape = { (shapes) throws(ShapeError) in try module.shape(shapes[0], shapes[1]) }
    forward = { module.forward($0[0], $0[1], into: &$1) }
    backward = { operand, operands, b, gB, gradient in
      if operand == 0 {
        module.backward(operands[0], operands[1], b, gB, addingA: &gradient)
      } else {
        module.backward(operands[0], operands[1], b, gB, addingW: &gradient)
      }
    }
  }

  /// The output, from memory full of NaN, so that an element that is not written shows.
  func evaluate(_ operands: [Matrix]) throws(ShapeError) -> Matrix {
    let shape = try shape(operands.map(\.shape))
    var b = Matrix(shape)
    b.fill(.nan)
    forward(operands, &b)
    try expect(b, "output", shape)
    return b
  }

  /// What backward adds for one operand, starting from `initial`.
  func gradient(
    _ operand: Int, _ operands: [Matrix], _ b: Matrix, _ gB: Matrix, addedTo initial: Matrix
  ) throws(ShapeError) -> Matrix {
    var gradient = initial
    backward(operand, operands, b, gB, &gradient)
    try expect(gradient, "gradient of \(operandNames[operand])", operands[operand].shape)
    gradient.add(-1, initial)
    return gradient
  }

  private func expect(_ matrix: Matrix, _ what: String, _ shape: Shape) throws(ShapeError) {
    if matrix.shape != shape {
      throw ShapeError(name, "the \(what) has shape \(matrix.shape), expected \(shape)")
    }
  }
}
