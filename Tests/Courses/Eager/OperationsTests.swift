import Eager
import Layers
import TestSupport
import Testing

/// What every operation computes, and the gradient of its elements times (1, 2, 3, …), by hand.
@Suite(.firstIssues) struct OperationsTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let value: [Double]
    let shape: Shape
    let gradient: [Double]
    let apply: @Sendable (TensorNode) throws -> TensorNode

    init(
      _ name: String, _ shape: Shape, _ value: [Double], _ gradient: [Double],
      _ apply: @escaping @Sendable (TensorNode) throws -> TensorNode
    ) {
      testDescription = name
      self.shape = shape
      self.value = value
      self.gradient = gradient
      self.apply = apply
    }
  }

  /// The rows (1, 2) and (4, 3).
  private static let operand = Matrix(rows: 2, columns: 2, [1, 2, 4, 3])
  private static let logarithms = [0, 0.6931471805599453, 1.3862943611198906, 1.0986122886681098]
  private static let e = [
    2.718281828459045, 7.38905609893065, 54.598150033144236, 20.085536923187668,
  ]
  private static let square = Shape(2, 2)

  static let cases = [
    Case("log", square, logarithms, [1, 1, 0.75, 4.0 / 3]) { try $0.log() },
    Case("exp", square, e, zip(e, 1...).map { $0 * Double($1) }) { try $0.exp() },
    Case("id", square, [1, 2, 4, 3], [1, 2, 3, 4]) { try $0.id() },
    Case("sum", Shape(1, 1), [10], [1, 1, 1, 1]) { try $0.sum() },
    Case("rowMax", Shape(2, 1), [2, 4], [0, 1, 2, 0]) { try $0.rowMax() },
    Case("rowSum", Shape(2, 1), [3, 7], [1, 1, 2, 2]) { try $0.rowSum() },
    // (gB − gB·b) / s, with gB·b = 5/3 and 24/7.
    Case(
      "normalize", square, [1.0 / 3, 2.0 / 3, 4.0 / 7, 3.0 / 7],
      [-2.0 / 9, 1.0 / 9, -3.0 / 49, 4.0 / 49]
    ) { try $0.normalize() },
    Case("relu", square, [0, 0, 2, 1], [0, 0, 3, 4]) {
      try ($0 - $0.graph.constant(Matrix(rows: 2, columns: 2, [2, 2, 2, 2]))).relu()
    },
    Case("sigmoid", square, [0.5, 0.5, 0.5, 0.5], [0.25, 0.5, 0.75, 1]) {
      try ($0 - $0.graph.constant(operand)).sigmoid()
    },
    Case("select", Shape(2, 1), [2, 4], [0, 1, 2, 0]) { try $0.select([1, 0]) },
    Case("expand rows", Shape(3, 2), [3, 7, 3, 7, 3, 7], [9, 9, 12, 12]) {
      try $0.rowSum().unsqueeze(.rows).expand(.rows, repeats: 3)
    },
    Case("expand columns", Shape(2, 3), [3, 3, 3, 7, 7, 7], [6, 6, 15, 15]) {
      try $0.rowSum().unsqueeze(.columns).expand(.columns, repeats: 3)
    },
    Case("squeeze rows", Shape(2, 1), [3, 7], [1, 1, 2, 2]) {
      try $0.rowSum().unsqueeze(.rows).squeeze(.rows)
    },
    Case("squeeze columns", Shape(2, 1), [3, 7], [1, 1, 2, 2]) {
      try $0.rowSum().unsqueeze(.columns).squeeze(.columns)
    },
    Case("subtract", square, [0, 0, 0, 0], [0, 0, 0, 0]) { try $0 - $0 },
    Case("divide", square, [10, 5, 2.5, 10.0 / 3], [-10, -5, -1.875, -40.0 / 9]) {
      try $0.graph.constant(Matrix(rows: 2, columns: 2, [10, 10, 10, 10])) / $0
    },
    // gB aᵀ + aᵀ gB, for a a.
    Case("matmul", square, [9, 8, 16, 17], [5 + 13, 10 + 18, 11 + 11, 24 + 16]) {
      try $0.matmul($0)
    },
    // Each row times the number in the same row.
    Case("batchedMatmul", square, [10, 20, 80, 60], [10, 20, 60, 80]) {
      try $0.graph.constant(Matrix(rows: 2, columns: 1, [10, 20])).batchedMatmul($0, batches: 2)
    },
    Case(
      "logsoftmax", square,
      [
        -1.3132616875182228, -0.3132616875182228,
        -0.3132616875182228, -1.3132616875182228,
      ],
      [
        1 - 3 * 0.2689414213699951, 2 - 3 * 0.7310585786300049,
        3 - 7 * 0.7310585786300049, 4 - 7 * 0.2689414213699951,
      ]
    ) { try logsoftmax($0) },
    Case(
      "softmax", square,
      [
        0.2689414213699951, 0.7310585786300049,
        0.7310585786300049, 0.2689414213699951,
      ],
      [-0.19661193324148185, 0.19661193324148185, -0.19661193324148185, 0.19661193324148185]
    ) { try softmax($0) },
    Case("celoss", Shape(1, 1), [-0.6931471805599453 - 1.3862943611198906], [0, -0.5, -0.25, 0]) {
      try celoss($0, [1, 0])
    },
  ]

  @Test(arguments: cases) func valueAndGradient(_ operation: Case) throws {
    let graph = TensorGraph()
    let x = graph.tensor(Self.operand)
    let y = try operation.apply(x)
    let expected = Matrix(
      rows: operation.shape.rows, columns: operation.shape.columns, operation.value)
    #expect(try y.value.distance(to: expected) < 1e-14 * 60)
    let weights = Matrix(
      rows: operation.shape.rows, columns: operation.shape.columns,
      operation.value.indices.map { Double($0 + 1) })
    try (y * graph.constant(weights)).sum().backward()
    let gradient = Matrix(rows: 2, columns: 2, operation.gradient)
    #expect(try x.gradient.distance(to: gradient) < 1e-13 * 60)
  }

  @Test func wrongAxes() throws {
    let x = TensorGraph().tensor(Matrix(rows: 2, columns: 3))
    for axis in [Axis.rows, .columns] {
      #expect(throws: TensorError.self) { try x.squeeze(axis) }
      #expect(throws: TensorError.self) { try x.unsqueeze(axis) }
      #expect(throws: TensorError.self) { try x.expand(axis, repeats: 2) }
    }
  }
}
