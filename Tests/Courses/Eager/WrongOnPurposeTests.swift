import Eager
import Layers
import TestSupport
import Testing

/// Mistakes that the values of the other tests must tell from what is right.
@Suite(.firstIssues) struct WrongOnPurposeTests {
  /// `Multiply` that overwrites gradients.
  private struct Overwriting: BinaryModule {
    func shape(_ a: Shape, _ w: Shape) -> Shape { a }
    func forward(_ a: Matrix, _ w: Matrix, into b: inout Matrix) {
      Multiply().forward(a, w, into: &b)
    }
    func backward(_ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix) {
      gA.clear()
      Multiply().backward(a, w, b, gB, addingA: &gA)
    }
    func backward(_ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingW gW: inout Matrix) {
      gW.clear()
      Multiply().backward(a, w, b, gB, addingW: &gW)
    }
  }

  /// The gradient of x² x² at 2: 32.
  @Test(arguments: [(false, 32.0), (true, 8)])
  func overwrittenInADiamond(isWrong: Bool, gradient: Double) throws {
    let module: any BinaryModule = isWrong ? Overwriting() : Multiply()
    let x = TensorGraph().number(2)
    let square = try x.applying(module, x)
    try square.applying(module, square).backward()
    #expect(try x.gradients == [gradient])
  }

  /// `ReLU` with the slope 1 at 0.
  private struct SteepAtZero: UnaryModule {
    func forward(_ a: Matrix, into b: inout Matrix) { ReLU().forward(a, into: &b) }
    func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
      for k in 0..<a.columns where a[0, k] >= 0 { gA[0, k] += gB[0, k] }
    }
  }

  @Test(arguments: [(false, 0.0), (true, 1)])
  func reluAtZero(isWrong: Bool, slope: Double) throws {
    let x = TensorGraph().tensor(Matrix(row: [-1, 0, 2]))
    let y = try isWrong ? x.applying(SteepAtZero()) : x.relu()
    try y.sum().backward()
    #expect(try x.gradients == [0, slope, 1])
  }

  /// `AddRow` whose gradient is summed over columns; in a square batch no shape tells.
  private struct OverColumns: BinaryModule {
    func shape(_ a: Shape, _ w: Shape) -> Shape { a }
    func forward(_ a: Matrix, _ w: Matrix, into b: inout Matrix) {
      AddRow().forward(a, w, into: &b)
    }
    func backward(_ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix) {
      gA.add(gB)
    }
    func backward(_ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingW gW: inout Matrix) {
      gW.addRowSums(of: gB)
    }
  }

  @Test(arguments: [(false, [11.0, 22]), (true, [3, 30])])
  func biasOverTheWrongAxis(isWrong: Bool, gradient: [Double]) throws {
    let graph = TensorGraph()
    let b = graph.tensor(Matrix(row: [0, 0]))
    let x = graph.constant(Matrix(rows: 2, columns: 2))
    let upstream = graph.constant(Matrix(rows: 2, columns: 2, [1, 2, 10, 20]))
    let y = try isWrong ? x.applying(OverColumns(), b) : x.addRow(b)
    try (y * upstream).sum().backward()
    #expect(try b.gradients == gradient)
  }

  /// Goes down each path as soon as it can, and past each operation once. In a diamond it passes a
  /// node before all that read the node have added their share.
  private struct DepthFirst {
    private var gradients: [(node: TensorNode, sum: Double)] = []
    private var visited: [TensorNode] = []

    func gradient(of node: TensorNode) -> Double {
      gradients.filter { $0.node == node }.reduce(0) { $0 + $1.sum }
    }

    mutating func backward(from node: TensorNode) throws {
      if gradients.isEmpty { gradients.append((node, 1)) }
      guard let source = try node.source, !visited.contains(node) else { return }
      visited.append(node)
      let values = try source.inputs.map { try $0.value[0, 0] }
      let partials = source.op == "add" ? [1, 1] : [values[1], values[0]]
      let δ = gradient(of: node)
      for (input, partial) in zip(source.inputs, partials) {
        gradients.append((input, δ * partial))
      }
      for input in source.inputs { try backward(from: input) }
    }
  }

  /// x² + x²·x at 3, x² once: 2x + 3x². Depth first, x² is left before x²·x adds x to its gradient.
  @Test(arguments: [(false, 33.0), (true, 15)])
  func wrongOrderInADiamond(isWrong: Bool, gradient: Double) throws {
    let x = TensorGraph().number(3)
    let square = try x * x
    let loss = try square + square * x
    try loss.backward()
    var depthFirst = DepthFirst()
    try depthFirst.backward(from: loss)
    #expect(try (isWrong ? depthFirst.gradient(of: x) : x.gradient[0, 0]) == gradient)
  }
}

extension Matrix {
  fileprivate mutating func addRowSums(of source: Matrix) {
    for n in 0..<source.rows {
      for k in 0..<source.columns { self[0, n] += source[n, k] }
    }
  }
}
