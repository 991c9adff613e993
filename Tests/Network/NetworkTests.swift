import Layers
import Learning
import Network
import TestSupport
import Testing

@Suite(.firstIssues) struct NetworkTests {
  static let ln3 = 1.0986122886681098

  /// M = D = 1, K = 2 with x = 1: z = σ(ln 3) = ¾ and b = (0, ln 3), so ŷ = (¼, ¾).
  static func small() throws -> Network {
    let network = try Network(inputs: 1, hidden: 1, classes: 2)
    try network.setParameters(
      alpha: Matrix(row: [0, ln3]), beta: Matrix(rows: 2, columns: 2, [0, 0, 0, 4 / 3 * ln3]))
    return network
  }

  @Test func printsTheHandOutsAlgorithm() throws {
    #expect(
      "\(try Network(inputs: 128, hidden: 50, classes: 10))" == """
        procedure NNForward(Training example (x, y), Parameters α, β)
          a = LinearForward(x, α)
          z = SigmoidForward(a)
          b = LinearForward(z, β)
          ŷ = SoftmaxForward(b)
          J = CrossEntropyForward(y, ŷ)
          o = object(x, a, z, b, ŷ, J)
          return intermediate quantities o
        quick form: β through DotProductLinear, J fused with ŷ
        """)
  }

  @Test func sizesAreKept() throws {
    let network = try Network(inputs: 5, hidden: 3, classes: 10)
    #expect([network.inputs, network.hidden, network.classes] == [5, 3, 10])
    #expect(network.alpha == Matrix(rows: 3, columns: 6))
    #expect(network.beta == Matrix(rows: 10, columns: 4))
  }

  @Test func parametersAreKeptInTheHandOutsShape() throws {
    let network = try Network(inputs: 2, hidden: 3, classes: 2)
    let alpha = Matrix(rows: 3, columns: 3, (1...9).map { Double($0) })
    let beta = Matrix(rows: 2, columns: 4, (1...8).map { -Double($0) })
    try network.setParameters(alpha: alpha, beta: beta)
    #expect(network.alpha == alpha)
    #expect(network.beta == beta)
    let o = try network.forward(x: Matrix(row: [10, 100]), y: Matrix(row: [1, 0]))
    #expect(o.a == Matrix(row: [1 + 20 + 300, 4 + 50 + 600, 7 + 80 + 900]))
    #expect(o.z == Matrix(row: [1, 1, 1]))
    #expect(o.b == Matrix(row: [-1 - 2 - 3 - 4, -5 - 6 - 7 - 8]))
  }

  @Test func forwardByHand() throws {
    let o = try Self.small().forward(x: Matrix(row: [1]), y: Matrix(row: [0, 1]))
    #expect(o.x == Matrix(row: [1]))
    #expect(abs(o.a[0, 0] - Self.ln3) < 1e-15)
    #expect(abs(o.z[0, 0] - 0.75) < 1e-15)
    #expect(abs(o.b[0, 0]) < 1e-15 && abs(o.b[0, 1] - Self.ln3) < 1e-15)
    #expect(abs(o.ŷ[0, 0] - 0.25) < 1e-15 && abs(o.ŷ[0, 1] - 0.75) < 1e-15)
    #expect(abs(o.loss - 0.2876820724517809) < 1e-15)  // ln 4/3
  }

  /// g_b = ŷ − y = (¼, −¼), g_z = −¼ · 4/3 ln 3, g_a = g_z · ¾ · ¼.
  @Test func backwardByHand() throws {
    let g = try Self.small().backward(x: Matrix(row: [1]), y: Matrix(row: [0, 1]))
    let gZ = -Self.ln3 / 3
    let gA = gZ * 3 / 16
    #expect(g.b.isClose(to: [0.25, -0.25]))
    #expect(g.beta.isClose(to: [0.25, 3.0 / 16, -0.25, -3.0 / 16]))
    #expect(g.z.isClose(to: [gZ]))
    #expect(g.a.isClose(to: [gA]))
    #expect(g.alpha.isClose(to: [gA, gA]))
    #expect([g.alpha.shape, g.beta.shape] == [Shape(1, 2), Shape(2, 2)])
  }

  /// One step at γ = ½. Had β changed before g_z was taken, α would end elsewhere.
  @Test func aStepTakesBothGradientsFromTheOldParameters() throws {
    let network = try Self.small()
    let examples = try DataSet(x: Matrix(row: [1]), labels: [1], classes: 2)
    try network.forward(examples, 0)
    try network.backward()
    #expect(network.gradientsAreFinite)
    network.descend(rate: 0.5)
    let gA = -Self.ln3 / 16
    #expect(network.alpha.isClose(to: [-gA / 2, Self.ln3 - gA / 2]))
    #expect(
      network.beta.isClose(to: [-0.125, -3.0 / 32, 0.125, 4 / 3 * Self.ln3 + 3.0 / 32]))
  }

  @Test func refusesOtherShapes() throws {
    let network = try Self.small()
    for (alpha, beta) in [(Shape(2, 1), Shape(2, 2)), (Shape(1, 2), Shape(2, 3))] {
      #expect(throws: ShapeError.self) {
        try network.setParameters(alpha: Matrix(alpha), beta: Matrix(beta))
      }
    }
    let x = #expect(throws: ShapeError.self) {
      try network.forward(x: Matrix(row: [1, 2]), y: Matrix(row: [0, 1]))
    }
    #expect(x?.description == "x: is 1×1, but was given 1×2")
    let y = #expect(throws: ShapeError.self) {
      try network.backward(x: Matrix(row: [1]), y: Matrix(row: [1]))
    }
    #expect(y?.description == "y: is 1×2, but was given 1×1")
  }

  /// A loss of no element would otherwise be read outside its bounds.
  /// Also in the loop by hand: rows of another length would be read beyond their end.
  @Test(arguments: [(4, 10), (128, 10), (9, 3)])
  func refusesExamplesOfOtherSizes(pixels: Int, classes: Int) throws {
    let network = try Network(inputs: 9, hidden: 4, classes: 10)
    let letters = try DataSet(x: .irregular(2, pixels), labels: [0, 1], classes: classes)
    let error = #expect(throws: ShapeError.self) { try network.forward(letters, 0) }
    #expect(
      error?.description == "Network: images of \(pixels) pixels in \(classes) classes, "
        + "expected 9 pixels in 10 classes")
  }

  @Test func neitherParameterIsReplacedWhenOneIsRefused() throws {
    let network = try Network(inputs: 2, hidden: 3, classes: 2)
    try network.initialize(.random(seed: 1))
    let alpha = network.alpha
    #expect(throws: ShapeError.self) {
      try network.setParameters(
        alpha: Matrix(rows: 3, columns: 3), beta: Matrix(rows: 2, columns: 3))
    }
    #expect(network.alpha == alpha)
  }

  @Test func theLossMustBeOneNumber() {
    let error = #expect(throws: ShapeError.self) {
      try Network(inputs: 1, hidden: 1, classes: 2, NetworkModules(crossEntropy: EmptyLoss()))
    }
    #expect(error?.description == "EmptyLoss: J is 0×0, expected 1×1")
  }

  /// Likewise an ŷ of more classes than there are.
  @Test func thePredictionMustHaveAColumnPerClass() {
    let error = #expect(throws: ShapeError.self) {
      try Network(
        inputs: 1, hidden: 1, classes: 2,
        NetworkModules(softmax: ThreeClasses(), crossEntropy: LenientLoss()))
    }
    #expect(error?.description == "ThreeClasses: ŷ is 1×3, expected 1×2")
  }
}

private struct EmptyLoss: BinaryModule {
  func shape(_ y: Shape, _ ŷ: Shape) -> Shape { Shape(0, 0) }
  func forward(_ y: Matrix, _ ŷ: Matrix, into loss: inout Matrix) {}
  func backward(_ y: Matrix, _ ŷ: Matrix, _ b: Matrix, _ gJ: Matrix, addingA gY: inout Matrix) {}
  func backward(_ y: Matrix, _ ŷ: Matrix, _ b: Matrix, _ gJ: Matrix, addingW gŶ: inout Matrix) {}
}

private struct LenientLoss: BinaryModule {
  func shape(_ y: Shape, _ ŷ: Shape) -> Shape { Shape(1, 1) }
  func forward(_ y: Matrix, _ ŷ: Matrix, into loss: inout Matrix) { loss.fill(0) }
  func backward(_ y: Matrix, _ ŷ: Matrix, _ b: Matrix, _ gJ: Matrix, addingA gY: inout Matrix) {}
  func backward(_ y: Matrix, _ ŷ: Matrix, _ b: Matrix, _ gJ: Matrix, addingW gŶ: inout Matrix) {}
}

private struct ThreeClasses: UnaryModule {
  func shape(_ a: Shape) -> Shape { Shape(1, 3) }
  func forward(_ a: Matrix, into b: inout Matrix) { b.fill(1) }
  func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {}
}
