import Autodiff
import GradientCheck
import Graph
import Layers

/// The code of docs/autodiff.md, block by block, so that it is compiled and run as it stands there.
struct AutodiffTutorial {
  /// What the page's code prints.
  private(set) var lines: [String] = []

  private mutating func print(_ items: Any...) {
    lines += items.map { "\($0)" }.joined(separator: " ").split(separator: "\n").map(String.init)
  }

  mutating func run() throws {
    try triangle()
    try notesExample()
    try cube()
    try logisticRegression()
    try ownOperation()
    try mistakes()
  }

  private mutating func triangle() throws {
    let expressions = Expressions()
    let h = try expressions.input("h")
    let w = try expressions.input("w")
    let area = try half(h * w).named("area")
    print(try expressions.operationSequence(of: area))

    let values = try expressions.eval(area, ["h": Matrix(row: [4]), "w": Matrix(row: [3])])
    print(values["area"] == Matrix(row: [6]))

    print(try expressions.dot(of: area))
  }

  private mutating func notesExample() throws {
    let expressions = Expressions()
    let x1 = try expressions.input("x1")
    let x2 = try expressions.input("x2")
    let f = try square(x1 + x1 + x2).named("f")
    let (values, gradients) = try expressions.backpropagate(
      f, ["x1": Matrix(row: [3]), "x2": Matrix(row: [7])])
    print(values["f"] == Matrix(row: [169]))
    print(gradients["x1"] == Matrix(row: [52]), gradients["x2"] == Matrix(row: [26]))
  }

  private mutating func cube() throws {
    let expressions = Expressions()
    let x = try expressions.input("x", default: Matrix(row: [2]))
    let cube = try (x * x * x).named("cube")
    print(try expressions.operationSequence(of: cube))
    print(try expressions.backpropagate(cube).gradients["x"] == Matrix(row: [12]))
  }

  private mutating func logisticRegression() throws {
    let expressions = Expressions()
    let x = try expressions.input("x")
    let target = try expressions.input("target")
    let w = try expressions.parameter("W", Matrix(rows: 2, columns: 3))
    let ŷ = try softmax(matmul(x, w)).named("ŷ")
    let loss = try (sum(crossEntropy(target, ŷ)) + frobeniusNorm(w)).named("loss")

    let examples = [
      "x": Matrix(rows: 3, columns: 2, [4, 0, 0, 4, -4, -4]),
      "target": Matrix(rows: 3, columns: 3, [1, 0, 0, 0, 1, 0, 0, 0, 1]),
    ]
    print(checkGradients(of: loss, at: examples).passed)

    var values = try expressions.inputDictionary(examples)
    for _ in 0..<100 {
      let gradients = try expressions.backpropagate(loss, values).gradients
      for (name, gradient) in gradients where expressions.role(of: name) == .parameter {
        values[name]?.add(gradient, times: -0.1)
      }
    }
    let predictions = try expressions.eval(ŷ, values)["ŷ"]
    print((0..<3).map { predictions?.argmax(ofRow: $0) } == [0, 1, 2])
  }

  private mutating func ownOperation() throws {
    struct Cube: ElementwiseModule {
      func value(_ a: Double) -> Double { a * a * a }
      func gradient(_ a: Double, _ b: Double, _ gB: Double) -> Double { 3 * a * a * gB }
    }

    print(checkGradients(of: Cube()).passed)

    let x = try Expressions().input("x", default: Matrix(row: [2, 1]))
    let loss = sum(Cube()(x))
    print(try x.namespace.backpropagate(loss).gradients["x"] == Matrix(row: [12, 3]))
  }

  private mutating func mistakes() throws {
    let expressions = Expressions()
    let x = try expressions.input("x", default: Matrix(rows: 2, columns: 3))
    let w = try expressions.parameter("W", Matrix(rows: 4, columns: 5))
    let z = try matmul(x, w)
    do { _ = try expressions.eval(z) } catch { print(error) }
    do { _ = try expressions.backpropagate(square(x)) } catch { print(error) }
    do { _ = try expressions.eval(x, ["X": Matrix(row: [1])]) } catch { print(error) }
    do { _ = try expressions.input("W") } catch { print(error) }
  }
}
