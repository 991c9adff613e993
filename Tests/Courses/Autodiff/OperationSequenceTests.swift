import Autodiff
import Graph
import Layers
import Testing

struct OperationSequenceTests {
  @Test func onlyWhatTheRegisterDependsOn() throws {
    let expressions = Expressions()
    let x = try expressions.input("x")
    let unused = try expressions.input("unused")
    let w = try expressions.parameter("w", Matrix(row: [1]))
    let y = try (square(x) * w).named("y")
    _ = try (y + unused).named("later")
    #expect(
      try expressions.operationSequence(of: y) == [
        Instruction("z1", "square", ["x"]), Instruction("y", "mul", ["z1", "w"]),
      ])
    #expect(try expressions.operationSequence(of: x).isEmpty)
    #expect(try expressions.leaves(of: y).map(\.name) == ["x", "w"])
    #expect(try expressions.leaves(of: unused).map(\.name) == ["unused"])
  }

  /// Operands come first, even where they are named and used in another order.
  @Test func operandsComeFirst() throws {
    let expressions = Expressions()
    let x = try expressions.input("x")
    let late = try square(x).named("a")
    let early = try half(x).named("b")
    let y = try (early - late).named("y")
    #expect(
      "\(try expressions.operationSequence(of: y))"
        == #"[("a", "square", ["x"]), ("b", "half", ["x"]), ("y", "sub", ["b", "a"])]"#)
  }

  /// Nothing here calls itself, so a long chain does not overflow the stack.
  @Test func longChains() throws {
    let expressions = Expressions()
    let x = try expressions.input("x", default: Matrix(row: [3]))
    var y = x
    for _ in 0..<20_000 { y = Identity()(y) }
    let sequence = try expressions.operationSequence(of: y)
    #expect(sequence.count == 20_000)
    #expect(sequence.last == Instruction("z20000", "id", ["z19999"]))
    let (values, gradients) = try expressions.backpropagate(y)
    #expect(values["z20000"] == Matrix(row: [3]))
    #expect(gradients["x"] == Matrix(row: [1]))
  }

  @Test func oneLineWhateverTheNames() {
    #expect("\(Instruction("a\nb", "f", ["\""]))" == #"("a\nb", "f", ["\""])"#)
  }
}
