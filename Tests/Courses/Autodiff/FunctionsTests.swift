import Autodiff
import Graph
import Layers
import TestSupport
import Testing

/// Each function is the module of its name, with its operands in order. Expected values are of
/// x = (1 2; 3 4) and w = (5 6; 7 8), by hand or from a table.
@Suite(.firstIssues) struct FunctionsTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let shape: Shape
    let values: [Double]
    let function: @Sendable (_ x: Term, _ w: Term) throws(ExpressionError) -> Term

    var testDescription: String { name }

    init(
      _ name: String, _ rows: Int, _ columns: Int, _ values: [Double],
      _ function: @escaping @Sendable (_ x: Term, _ w: Term) throws(ExpressionError) -> Term
    ) {
      self.name = name
      shape = Shape(rows, columns)
      self.values = values
      self.function = function
    }
  }

  static let elementwise = [
    Case("add", 2, 2, [6, 8, 10, 12]) { x, w throws(ExpressionError) in try x + w },
    Case("sub", 2, 2, [-4, -4, -4, -4]) { x, w throws(ExpressionError) in try x - w },
    Case("mul", 2, 2, [5, 12, 21, 32]) { x, w throws(ExpressionError) in try x * w },
    Case("div", 2, 2, [1 / 5, 2 / 6, 3 / 7, 4 / 8]) { x, w throws(ExpressionError) in try x / w },
    Case("half", 2, 2, [0.5, 1, 1.5, 2]) { x, _ in half(x) },
    Case("scale", 2, 2, [-3, -6, -9, -12]) { x, _ in scale(x, by: -3) },
    Case("square", 2, 2, [1, 4, 9, 16]) { x, _ in square(x) },
    Case(
      "exp", 2, 2, [2.718281828459045, 7.38905609893065, 20.085536923187668, 54.598150033144236]
    ) { x, _ in exp(x) },
    Case("log", 2, 2, [0, 0.6931471805599453, 1.0986122886681098, 1.3862943611198906]) { x, _ in
      log(x)
    },
    Case(
      "tanh", 2, 2, [0.7615941559557649, 0.9640275800758169, 0.9950547536867305, 0.999329299739067]
    ) { x, _ in tanh(x) },
    Case(
      "Sigmoid", 2, 2,
      [0.7310585786300049, 0.8807970779778823, 0.9525741268224334, 0.9820137900379085]
    ) { x, _ in sigmoid(x) },
    Case("relu", 2, 2, [1, 2, 3, 4]) { x, _ in relu(x) },
  ]

  static let rowsAndNumbers = [
    Case("matmul", 2, 2, [19, 22, 43, 50]) { x, w throws(ExpressionError) in try matmul(x, w) },
    Case("addRow", 2, 2, [6, 8, 8, 10]) { x, w throws(ExpressionError) in
      try addRow(x, slice(w, rows: 0..<1))
    },
    Case(
      "Softmax", 2, 2,
      [0.2689414213699951, 0.7310585786300049, 0.2689414213699951, 0.7310585786300049]
    ) { x, _ in softmax(x) },
    Case(
      "logSoftmax", 2, 2,
      [-1.3132616875182228, -0.3132616875182228, -1.3132616875182228, -0.3132616875182228]
    ) { x, _ in logSoftmax(x) },
    Case("rowSums", 2, 1, [3, 7]) { x, _ in rowSums(x) },
    Case("rowMax", 2, 1, [2, 4]) { x, _ in rowMaximum(x) },
    // −(log 5 + 2 log 6) and −(3 log 7 + 4 log 8)
    Case("CrossEntropy", 2, 1, [-5.19295685089021, -14.155496613885283]) {
      x, w throws(ExpressionError) in try crossEntropy(x, w)
    },
    Case("sum", 1, 1, [10]) { x, _ in sum(x) },
    Case("mean", 1, 1, [2.5]) { x, _ in mean(x) },
    Case("squaredNorm", 1, 1, [30]) { x, _ in squaredNorm(x) },
    Case("frobeniusNorm", 1, 1, [5.477225575051661]) { x, _ in frobeniusNorm(x) },
    Case("transpose", 2, 2, [1, 3, 2, 4]) { x, _ in transpose(x) },
    Case("reshape", 1, 4, [1, 2, 3, 4]) { x, _ in reshape(x, to: Shape(1, 4)) },
    Case("slice", 2, 1, [2, 4]) { x, _ in slice(x, columns: 1..<2) },
    Case("sliceRows", 1, 2, [3, 4]) { x, _ in slice(x, rows: 1..<2) },
    Case("concatenate", 2, 4, [1, 2, 5, 6, 3, 4, 7, 8]) { x, w throws(ExpressionError) in
      try concatenateColumns(x, w)
    },
    Case("concatenateRows", 4, 2, [1, 2, 3, 4, 5, 6, 7, 8]) { x, w throws(ExpressionError) in
      try concatenateRows(x, w)
    },
  ]

  @Test(arguments: elementwise + rowsAndNumbers) func isTheModule(function: Case) throws {
    let expressions = Expressions()
    let x = try expressions.input("x", default: Matrix(rows: 2, columns: 2, [1, 2, 3, 4]))
    let w = try expressions.input("w", default: Matrix(rows: 2, columns: 2, [5, 6, 7, 8]))
    let y = try function.function(x, w)
    #expect(try expressions.operationSequence(of: y).last?.function == function.name)
    let value = try #require(try expressions.eval(y)[y.name])
    #expect(value.shape == function.shape)
    for (value, expected) in zip(value.values, function.values) {
      #expect(abs(value - expected) <= 4e-15 * abs(expected), "\(value), expected \(expected)")
    }
  }
}
