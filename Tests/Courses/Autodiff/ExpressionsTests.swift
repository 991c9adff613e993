import Autodiff
import Graph
import Layers
import Testing

struct ExpressionsTests {
  @Test func theTriangle() throws {
    let expressions = Expressions()
    let h = try expressions.input("h")
    let w = try expressions.input("w")
    let area = try half(h * w).named("area")
    #expect(
      "\(try expressions.operationSequence(of: area))"
        == #"[("z1", "mul", ["h", "w"]), ("area", "half", ["z1"])]"#)
    let values = try expressions.eval(area, ["h": Matrix(row: [4]), "w": Matrix(row: [3])])
    #expect(values["area"] == Matrix(row: [6]))
    #expect(values["z1"] == Matrix(row: [12]))
  }

  /// A name does not use up a number, and a number that is somebody's name is skipped.
  @Test func numbersAreThoseOfUnnamedOutputsInOrder() throws {
    let expressions = Expressions()
    let x = try expressions.input("x")
    let first = square(x)
    let second = exp(first)
    let third = half(second)
    #expect([first, second, third].map(\.name) == ["z1", "z2", "z3"])
    try second.named("middle")
    #expect([first, second, third].map(\.name) == ["z1", "middle", "z2"])
    _ = try expressions.input("z1")
    #expect([first, second, third].map(\.name) == ["z2", "middle", "z3"])
    #expect("\(third)" == "z3")
  }

  @Test func numbersStartAnewInEachNamespace() throws {
    for _ in 0..<2 {
      let expressions = Expressions()
      #expect(try square(expressions.input("x")).name == "z1")
    }
  }

  @Test func rolesByName() throws {
    let expressions = Expressions()
    let x = try expressions.input("x", default: Matrix(row: [1]))
    let w = try expressions.parameter("w", Matrix(row: [2]))
    let y = try (x + w).named("y")
    _ = square(y)
    #expect(expressions.role(of: "x") == .input)
    #expect(expressions.role(of: "w") == .parameter)
    #expect(expressions.role(of: "y") == .operationOutput)
    #expect(expressions.role(of: "z1") == .operationOutput)
    #expect(expressions.role(of: "z2") == nil)
  }

  @Test func registersByName() throws {
    let expressions = Expressions()
    let x = try expressions.input("x")
    _ = try square(x).named("y")
    _ = half(x)
    for name in ["x", "y", "z1"] { #expect(try expressions[name].name == name) }
  }
}
