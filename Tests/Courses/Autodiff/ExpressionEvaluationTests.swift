import Autodiff
import Graph
import Layers
import Synchronization
import TestSupport
import Testing

struct ExpressionEvaluationTests {
  /// The notes' example: (2x₁ + x₂)² at (3, 7).
  @Test func theNotesExample() throws {
    let expressions = Expressions()
    let x1 = try expressions.input("x1")
    let x2 = try expressions.input("x2")
    let f = try square(x1 + x1 + x2).named("f")
    let (values, gradients) = try expressions.backpropagate(
      f, ["x1": Matrix(row: [3]), "x2": Matrix(row: [7])])
    #expect(
      values == ["x1": 3, "x2": 7, "z1": 6, "z2": 13, "f": 169].mapValues { Matrix(row: [$0]) })
    #expect(
      gradients == ["x1": 52, "x2": 26, "z1": 26, "z2": 26, "f": 1].mapValues { Matrix(row: [$0]) })
  }

  @Test func defaultsCanBeOverridden() throws {
    let expressions = Expressions()
    let x = try expressions.input("x", default: Matrix(row: [2]))
    let w = try expressions.parameter("w", Matrix(row: [5]))
    let other = try expressions.input("other")
    let y = try (x * w).named("y")
    #expect(try expressions.eval(y)["y"] == Matrix(row: [10]))
    #expect(try expressions.eval(y, ["w": Matrix(row: [7])])["y"] == Matrix(row: [14]))
    #expect(try expressions.eval(y, ["x": Matrix(row: [3])])["y"] == Matrix(row: [15]))
    #expect(try expressions.eval(y)["y"] == Matrix(row: [10]), "an override lasts one call")
    #expect(
      try expressions.inputDictionary(["w": Matrix(row: [7])])
        == ["x": Matrix(row: [2]), "w": Matrix(row: [7])])
    #expect(try expressions.eval(other, ["other": Matrix(row: [1])]) == ["other": Matrix(row: [1])])
  }

  /// Also where the list of the last evaluation could serve: names given later are those of results.
  @Test func namesAreThoseOfTheMoment() throws {
    let expressions = Expressions()
    let x = try expressions.input("x", default: Matrix(row: [3]))
    let y = square(x)
    let loss = half(y)
    #expect(try expressions.eval(loss).keys.sorted() == ["x", "z1", "z2"])
    try y.named("y")
    #expect(try expressions.eval(loss).keys.sorted() == ["x", "y", "z1"])
    _ = try expressions.input("z1")
    #expect(try expressions.backpropagate(loss).gradients["z2"] == Matrix(row: [1]))
    try loss.named("J")
    #expect("\(checkGradients(of: loss))".hasPrefix("J: pass"))
  }

  @Test func aGivenRegisterIsItsOwnLoss() throws {
    let expressions = Expressions()
    let x = try expressions.input("x")
    let result = try expressions.backpropagate(x, ["x": Matrix(row: [3])])
    #expect(result.values == ["x": Matrix(row: [3])])
    #expect(result.gradients == ["x": Matrix(row: [1])])
  }

  /// Later evaluations do not reach into earlier results, and gradients do not add up over calls.
  @Test func resultsAreValues() throws {
    let expressions = Expressions()
    let x = try expressions.input("x")
    let y = try sum(square(x)).named("y")
    let first = try expressions.backpropagate(y, ["x": Matrix(row: [1, 2])])
    _ = try expressions.backpropagate(y, ["x": Matrix(row: [5, 6])])
    #expect(first.values["y"] == Matrix(row: [5]))
    #expect(first.gradients["x"] == Matrix(row: [2, 4]))
    let again = try expressions.backpropagate(y, ["x": Matrix(row: [1, 2])])
    #expect(again.values == first.values && again.gradients == first.gradients)
  }

  @Test func theListIsKeptWhileShapesStay() throws {
    let module = CountingShapes()
    let expressions = Expressions()
    let x = try expressions.input("x")
    let y = try module(x).named("y")
    for (k, columns) in [2, 2, 3, 3, 2].enumerated() {
      let value = Matrix.irregular(1, columns, k)
      #expect(try expressions.eval(y, ["x": value])["y"] == value)
    }
    #expect(module.calls.withLock { $0 } == 3)
  }

  /// What is built after an evaluation changes nothing for what was built before it.
  @Test func buildingGoesOnAfterAnEvaluation() throws {
    let expressions = Expressions()
    let x = try expressions.input("x", default: Matrix(row: [3]))
    let y = square(x)
    #expect(try expressions.eval(y)["z1"] == Matrix(row: [9]))
    let z = try (y * y).named("z")
    #expect(try expressions.eval(z)["z"] == Matrix(row: [81]))
    try y.named("y")
    #expect(try expressions.backpropagate(y).gradients["y"] == Matrix(row: [1]))
    #expect(try expressions.backpropagate(z).gradients["x"] == Matrix(row: [108]))
  }

  /// A layer whose parameter the list would change in place gives its gradient all the same.
  @Test func parametersOfLayers() throws {
    let expressions = Expressions()
    let x = try expressions.input("x", default: Matrix(row: [2, 3]))
    let w = try expressions.parameter("w", Matrix(rows: 2, columns: 1, [5, 7]))
    let b = try expressions.parameter("b", Matrix(row: [1]))
    let y = try square(addRow(matmul(x, w), b)).named("y")
    let (values, gradients) = try expressions.backpropagate(y)
    #expect(values["y"] == Matrix(row: [32 * 32]))
    #expect(gradients["x"] == Matrix(row: [320, 448]))
    #expect(gradients["w"] == Matrix(rows: 2, columns: 1, [128, 192]))
    #expect(gradients["b"] == Matrix(row: [64]))
  }
}

/// The identity, which counts how often it was recorded.
private final class CountingShapes: UnaryModule {
  let calls = Mutex(0)

  func shape(_ a: Shape) throws(ShapeError) -> Shape {
    calls.withLock { $0 += 1 }
    return a
  }
  func forward(_ a: Matrix, into b: inout Matrix) { b = a }
  func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) { gA.add(gB) }
}
