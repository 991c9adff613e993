import GradientCheck
import Graph
import Layers
import TestSupport
import Testing

/// Gradients of whole lists, by hand algebra on small whole numbers, so without rounding.
@Suite(.firstIssues) struct BackwardTests {
  /// A list with one parameter `w` = (2, −3) and nothing else.
  private func start() throws -> (WengertList, Register) {
    let list = WengertList()
    let w = list.parameter("w", Shape(1, 2))
    try list.setValue(Matrix(row: [2, -3]), of: w)
    return (list, w)
  }

  @Test func sameRegisterAsBothOperands() throws {
    let (list, w) = try start()
    let square = try list.record("w²", Multiply(), w, w)
    try list.forward(to: square)
    #expect(list.value(of: square) == Matrix(row: [4, 9]))
    try list.backward(from: square)
    #expect(list.gradient(of: w) == Matrix(row: [4, -6]))
  }

  /// w² twice in a product: w⁴, with gradient 4w³.
  @Test func diamond() throws {
    let (list, w) = try start()
    let left = try list.record("left", Multiply(), w, w)
    let right = try list.record("right", Multiply(), w, w)
    let fourth = try list.record("w⁴", Multiply(), left, right)
    try list.forward(to: fourth)
    try list.backward(from: fourth)
    #expect(list.value(of: fourth) == Matrix(row: [16, 81]))
    #expect(list.gradient(of: w) == Matrix(row: [32, -108]))
    #expect(list.gradient(of: left) == Matrix(row: [4, 9]))
  }

  /// h = w² is read three times: h·h·h·w = w⁷.
  @Test func fanOut() throws {
    let (list, w) = try start()
    let h = try list.record("h", Multiply(), w, w)
    let square = try list.record("h²", Multiply(), h, h)
    let cube = try list.record("h³", Multiply(), square, h)
    let seventh = try list.record("w⁷", Multiply(), cube, w)
    try list.forward(to: seventh)
    for passes in [1.0, 2] {  // the second pass adds to the first
      try list.backward(from: seventh)
      #expect(list.gradient(of: w) == Matrix(row: [passes * 7 * 64, passes * 7 * 729]))
      #expect(list.gradient(of: seventh) == Matrix(row: [1, 1]))
    }
  }

  /// Linear(Linear(x, W), W) squared; W is used twice, so its gradient is a sum over both uses.
  @Test func parameterOfTwoLayers() throws {
    let list = WengertList()
    let x = list.input("x", Shape(2, 3))
    let w = list.parameter("W", Shape(4, 3))
    let h = try list.record("h", Linear(), x, w)
    let b = try list.record("b", Linear(), h, w)
    let loss = try list.record("J", Multiply(), b, b)
    try list.setValue(.irregular(2, 3, 5), of: x)
    try list.setValue(.irregular(4, 3), of: w)
    #expect(checkGradients(of: loss, on: list).passed)
  }

  /// W is a layer's parameter and an operand of something else, in either order of recording.
  @Test(arguments: [true, false]) func parameterOfALayerAndOfSomethingElse(first: Bool) throws {
    let list = WengertList()
    let x = list.input("x", Shape(4, 3))
    let w = list.parameter("W", Shape(4, 3))
    let early = first ? try list.record("W²", Multiply(), w, w) : w
    let b = try list.record("b", Linear(), x, w)
    let late = first ? early : try list.record("W²", Multiply(), w, w)
    let loss = try list.record("J", Multiply(), b, late)
    try list.setValue(.irregular(4, 3, 5), of: x)
    try list.setValue(.irregular(4, 3), of: w)
    #expect(checkGradients(of: loss, on: list).passed)
    var expected = list.value(of: w)
    expected.add(list.gradient(of: w), times: -0.5)
    list.descend(rate: 0.5)
    #expect(list.value(of: w).distance(to: expected) < 1e-15)
  }

  /// A parameter that is a layer's input and its weights at once: Linear(P, P).
  @Test func parameterAsBothOperandsOfALayer() throws {
    let list = WengertList()
    let p = list.parameter("P", Shape(3, 2))
    let b = try list.record("b", Linear(), p, p)
    let loss = try list.record("J", Multiply(), b, b)
    try list.setValue(.irregular(3, 2), of: p)
    #expect(checkGradients(of: loss, on: list).passed)
  }

  /// What a layer feeds on may be a parameter too, and both take their step from the old values.
  @Test func parameterUnderAParameter() throws {
    let list = WengertList()
    let p = list.parameter("P", Shape(1, 1))
    let w = list.parameter("W", Shape(2, 1))
    let b = try list.record("b", Linear(), p, w)
    try list.setValue(Matrix(row: [3]), of: p)
    try list.setValue(Matrix(rows: 2, columns: 1, [5, 7]), of: w)
    try list.forward(to: b)
    try list.backward(from: b)
    list.descend(rate: 1)
    #expect(list.value(of: p) == Matrix(row: [3 - 7]))
    #expect(list.value(of: w) == Matrix(rows: 2, columns: 1, [5 - 1, 7 - 3]))
  }

  @Test func gradientsAreOfTheLossThatIsAskedFor() throws {
    let (list, w) = try start()
    let square = try list.record("w²", Multiply(), w, w)
    let cube = try list.record("w³", Multiply(), square, w)
    try list.forward(to: cube)
    try list.backward(from: cube)
    #expect(list.gradient(of: w) == Matrix(row: [12, 27]))
    list.zeroGradients()
    try list.backward(from: square)
    #expect(list.gradient(of: w) == Matrix(row: [4, -6]))
    #expect(list.gradient(of: cube) == Matrix(row: [0, 0]))
  }

  /// What comes after the loss does not count, not even as 0 · ∞.
  @Test func laterAssignmentsDoNotMatter() throws {
    let (list, w) = try start()
    let square = try list.record("w²", Multiply(), w, w)
    let infinity = list.input("∞", Shape(1, 2))
    let last = try list.record("w² ∞", Multiply(), square, infinity)
    try list.setValue(Matrix(row: [.infinity, .infinity]), of: infinity)
    try list.forward(to: last)
    try list.backward(from: square)
    #expect(list.gradient(of: w) == Matrix(row: [4, -6]))
  }

  @Test func inputsHaveNoGradient() throws {
    let list = WengertList()
    let x = list.input("x", Shape(1, 2))
    let square = try list.record("x²", Multiply(), x, x)
    try list.setValue(Matrix(row: [2, 3]), of: x)
    try list.forward(to: square)
    try list.backward(from: square)
    #expect(list.gradient(of: x) == Matrix(row: [0, 0]))
    #expect(list.gradient(of: square) == Matrix(row: [0, 0]))
    #expect(list.value(of: square) == Matrix(row: [4, 9]))
  }

  @Test func evaluatesUpToTheRegister() throws {
    let (list, w) = try start()
    let square = try list.record("w²", Multiply(), w, w)
    let cube = try list.record("w³", Multiply(), square, w)
    try list.forward(to: square)
    #expect(list.value(of: square) == Matrix(row: [4, 9]))
    #expect(list.value(of: cube) == Matrix(row: [0, 0]))
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity]) func seesWhatIsNotFinite(value: Double)
    throws
  {
    let (list, w) = try start()
    let square = try list.record("w²", Multiply(), w, w)
    try list.forward(to: square)
    try list.backward(from: square)
    #expect(list.gradientsAreFinite)
    try list.setValue(Matrix(row: [1, value]), of: w)
    list.zeroGradients()
    try list.backward(from: square)
    #expect(!list.gradientsAreFinite)
    try list.setValue(Matrix(row: [1, 1]), of: w)
    list.zeroGradients()
    try list.backward(from: square)
    #expect(list.gradientsAreFinite)
  }
}
