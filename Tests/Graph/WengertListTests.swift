import Graph
import Layers
import TestSupport
import Testing

@Suite(.firstIssues) struct WengertListTests {
  @Test func readsLikeTheHandOut() throws {
    let list = WengertList()
    let x = list.input("x", Shape(1, 4))
    let y = list.input("y", Shape(1, 2))
    let α = list.parameter("α", Shape(5, 3))
    let β = list.parameter("β", Shape(4, 2))
    let a = try list.record("a", Linear(), x, α)
    let z = try list.record("z", Sigmoid(), a)
    let b = try list.record("b", Linear(), z, β)
    let ŷ = try list.record("ŷ", Softmax(), b)
    let loss = try list.record("J", CrossEntropy(), y, ŷ)
    #expect(
      list.lines() == [
        "a = Linear(x, α)", "z = Sigmoid(a)", "b = Linear(z, β)",
        "ŷ = Softmax(b)", "J = CrossEntropy(y, ŷ)",
      ])
    #expect("\(list)" == list.lines().joined(separator: "\n"))
    #expect(list.value(of: loss).shape == Shape(1, 1))
    #expect(list.value(of: a) == Matrix(rows: 1, columns: 3))
  }

  @Test func anEmptyListHasNoLines() throws {
    let list = WengertList()
    #expect(list.description.isEmpty)
    let w = list.parameter("w", Shape(1, 1))
    try list.forward(to: w)
    try list.backward(from: w)
    #expect(list.gradient(of: w) == Matrix(row: [1]))  // ∂w/∂w
    list.descend(rate: 1)
    #expect(list.value(of: w) == Matrix(row: [-1]))
    #expect(list.gradientsAreFinite)
  }

  @Test func modulesRefuseShapesWhileRecording() {
    let list = WengertList()
    let x = list.input("x", Shape(1, 4))
    let w = list.parameter("w", Shape(4, 2))
    let error = #expect(throws: ShapeError.self) { try list.record("a", Linear(), x, w) }
    #expect(error?.description == "Linear: a is 1×4, so W needs 5 rows, but it is 4×2")
    #expect(list.lines().isEmpty)
  }

  @Test func valuesMustHaveTheRegistersShape() {
    let list = WengertList()
    let x = list.input("x", Shape(1, 4))
    let error = #expect(throws: ShapeError.self) {
      try list.setValue(Matrix(rows: 4, columns: 1), of: x)
    }
    #expect(error?.description == "x: is 1×4, but was given 4×1")
  }

  @Test func loadsOneRow() throws {
    let list = WengertList()
    let x = list.input("x", Shape(1, 9))
    let source = Matrix.irregular(3, 9)
    list.load(x, row: 2, of: source)
    #expect(list.value(of: x).values == Array(source.values[18...]))
    #expect(source == Matrix.irregular(3, 9))
  }

  /// Seven rows, three at a time: each has its own values, also in the short last batch.
  @Test func valuesOfAllRows() throws {
    let list = WengertList()
    let x = list.input("x", Shape(3, 2))
    let w = list.parameter("w", Shape(3, 4))
    try list.setValue(.irregular(3, 4), of: w)
    let b = try list.record("b", Linear(), x, w)
    let rows = Matrix.irregular(7, 2, 5)
    let values = try list.values(of: b, for: x, rows: rows)
    #expect(try values == Linear().forward(rows, list.value(of: w)))
    #expect(throws: ShapeError.self) { try list.values(of: b, for: x, rows: .irregular(7, 3)) }
  }

  /// A register that is set or read is a value: the list changes nothing outside, nor the outside
  /// the list.
  @Test(arguments: [true, false]) func valuesOutsideDoNotChange(inPlace: Bool) throws {
    let list = WengertList()
    let x = list.input("x", Shape(1, 2))
    let w = list.parameter("w", Shape(3, 2))
    let a =
      inPlace ? try list.record("a", Linear(), x, w) : try list.record("a", PlainLinear(), x, w)
    var given = Matrix.irregular(3, 2)
    try list.setValue(given, of: w)
    try list.setValue(Matrix(row: [1, 2]), of: x)
    try list.forward(to: a)
    try list.backward(from: a)
    let held = (list.value(of: w), list.value(of: a), list.gradient(of: w))
    list.descend(rate: 0.5)
    #expect(given == Matrix.irregular(3, 2))
    #expect(held.0 == given)
    #expect(list.value(of: w) != given)
    try list.forward(to: a)
    #expect(list.value(of: a) != held.1)
    #expect(held.2 == Matrix(rows: 3, columns: 2, [1, 1, 1, 1, 2, 2]))
    let descended = list.value(of: w)
    given.fill(7)
    #expect(list.value(of: w) == descended)
  }

  /// 100,000 assignments take a moment; a quadratic list would need hours.
  @Test(.timeLimit(.minutes(1))) func longListsTakeLinearTime() throws {
    let count = 100_000
    let list = WengertList()
    let w = list.parameter("w", Shape(1, 1))
    try list.setValue(Matrix(row: [0.5]), of: w)
    var last = w
    for k in 0..<count { last = try list.record("a\(k)", Sigmoid(), last) }
    try list.forward(to: last)
    try list.backward(from: last)
    // The fixed point of σ, and the derivative vanishes with σ′ < 1 multiplied so often.
    #expect(abs(list.value(of: last)[0, 0] - 0.6590460684074067) < 1e-15)
    #expect(list.gradient(of: w) == Matrix(row: [0]))
    #expect(list.lines().count == count)
    #expect(list.lastNeeded(forBackwardFrom: last) == last)
  }
}
