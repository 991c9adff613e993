import Eager
import Layers
import TestSupport
import Testing

@Suite(.firstIssues) struct TensorGraphTests {
  private let graph = TensorGraph()

  @Test func nodesKnowWhereTheyComeFrom() throws {
    let a = graph.tensor(Matrix(row: [1, 2]), name: "a")
    let b = graph.constant(Matrix(row: [3, 4]))
    let c = try a - b
    #expect(try a.source == nil)
    #expect(try a.name == "a")
    #expect(try b.name == nil)
    #expect(try c.shape == Shape(1, 2))
    let source = try #require(try c.source)
    #expect(source.op == "sub")
    #expect(source.inputs == [a, b])
    #expect(source.outputs == [c])
  }

  @Test func constantsHaveNoGradient() throws {
    let a = graph.tensor(Matrix(row: [1, 2]))
    let b = graph.constant(Matrix(row: [3, 4]))
    try (a * b).sum().backward()
    #expect(try a.gradients == [3, 4])
    #expect(try b.gradients == [0, 0])
  }

  @Test(arguments: [Shape(1, 2), Shape(2, 1), Shape(0, 0)])
  func backwardStartsFromANumber(_ shape: Shape) throws {
    let x = graph.tensor(Matrix(shape))
    #expect(throws: TensorError.notScalar(shape)) { try x.backward() }
    #expect(throws: TensorError.notScalar(shape)) { try x.relu().backward() }
  }

  @Test func backwardFromAGivenNumber() throws {
    let x = graph.number(3)
    try x.backward()
    #expect(try x.gradients == [1])
  }

  @Test func wrongShapesLeaveNothingBehind() throws {
    let a = graph.tensor(Matrix(rows: 2, columns: 3))
    let b = graph.tensor(Matrix(rows: 2, columns: 2))
    let before = graph.dot
    for operation in [{ try a + b }, { try a.matmul(b) }, { try a.applying(Resizing()) }]
      as [() throws -> TensorNode]
    {
      #expect(throws: TensorError.self) { try operation() }
      #expect(graph.dot == before)
    }
    let message = #expect(throws: TensorError.self) { try a * b }
    #expect(message?.description == "mul: a is 2×3, but w is 2×2")
  }

  /// Announces its operand's shape and leaves another.
  private struct Resizing: UnaryModule {
    func forward(_ a: Matrix, into b: inout Matrix) { b = Matrix(Shape(9, 9)) }
    func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {}
  }

  @Test func otherGraphs() throws {
    let elsewhere = TensorGraph().number(1)
    let here = graph.number(1)
    #expect(throws: TensorError.otherGraph) { try here + elsewhere }
  }

  @Test func clearKeepsParameters() throws {
    let w = try graph.parameter(Matrix(row: [2, 3]), name: "w")
    let x = graph.tensor(Matrix(row: [5, 7]))
    let y = try (w * x).sum()
    try y.backward()
    y.clear()
    #expect(try w.numbers == [2, 3])
    #expect(try w.gradients == [5, 7])
    #expect(throws: TensorError.cleared) { try y.value }
    #expect(throws: TensorError.cleared) { try x.gradient }
    #expect(throws: TensorError.cleared) { try w + x }
    // Others take their places; the old nodes must not be taken for these.
    _ = try graph.tensor(Matrix(row: [1, 1])) * w
    #expect(throws: TensorError.cleared) { try x.value }
    #expect(throws: TensorError.cleared) { try y.backward() }
  }

  @Test func parametersComeFirst() throws {
    _ = try graph.parameter(Matrix(row: [1]))
    let x = graph.number(1)
    #expect(throws: TensorError.parameterAfterTensors(name: "late")) {
      try graph.parameter(Matrix(row: [1]), name: "late")
    }
    x.clear()
    _ = try graph.parameter(Matrix(row: [1]), name: "late")
  }

  @Test func scopeForgetsWhatIsMadeInIt() throws {
    let x = graph.number(3)
    let inner = try graph.scope { try x * x }
    #expect(throws: TensorError.cleared) { try inner.value }
    let y = try x * 2
    try y.backward()
    #expect(try x.gradients == [2])
    #expect(throws: TensorError.cleared) { try graph.scope { try inner * x } }
    #expect(try y.numbers == [6])
  }

  /// Memory of forgotten tensors is used again; their numbers must not be.
  @Test func nothingOfThePastShows() throws {
    let x = graph.tensor(Matrix(row: [1, 2, 3]))
    try (x * x).sum().backward()
    let kept = try (x * x).value
    graph.clear()
    let y = graph.tensor(Matrix(row: [0, 0, 0]))
    let z = try y * y
    #expect(try z.gradients == [0, 0, 0])
    #expect(try y.gradients == [0, 0, 0])
    #expect(try z.numbers == [0, 0, 0])
    #expect(kept == Matrix(row: [1, 4, 9]))
  }

  @Test func descendMovesParametersOnly() throws {
    let w = try graph.parameter(Matrix(row: [2, 3]))
    let x = graph.tensor(Matrix(rows: 2, columns: 1, [5, 7]))
    try w.matmul(x).backward()
    graph.descend(rate: 0.5)
    #expect(try w.numbers == [-0.5, -0.5])
    #expect(try x.numbers == [5, 7])
    graph.zeroGrad()
    graph.descend(rate: 0.5)
    #expect(try w.numbers == [-0.5, -0.5])
  }
}
