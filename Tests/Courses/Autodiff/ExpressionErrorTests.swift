import Autodiff
import Graph
import Layers
import TestSupport
import Testing

/// Every mistake is one line that names the registers and shapes.
@Suite(.firstIssues) struct ExpressionErrorTests {
  private let expressions = Expressions()

  private func expect(
    _ error: ExpressionError, _ message: String,
    sourceLocation: SourceLocation = #_sourceLocation, _ mistake: () throws -> Any
  ) {
    let thrown = #expect(throws: ExpressionError.self, sourceLocation: sourceLocation) {
      _ = try mistake()
    }
    #expect(thrown == error, sourceLocation: sourceLocation)
    #expect(thrown?.description == message, sourceLocation: sourceLocation)
  }

  @Test func names() throws {
    let x = try expressions.input("x")
    let y = try square(x).named("y")
    for name in ["x", "y"] {
      let message = "there is a register \"\(name)\" already"
      expect(.nameTaken(name), message) { try expressions.input(name) }
      expect(.nameTaken(name), message) { try expressions.parameter(name, Matrix(row: [1])) }
      expect(.nameTaken(name), message) { try half(x).named(name) }
    }
    expect(.hasAName("y", new: "v"), #"register "y" has its name; it cannot be "v" too"#) {
      try y.named("v")
    }
    expect(.hasAName("x", new: "x"), #"register "x" has its name; it cannot be "x" too"#) {
      try x.named("x")
    }
    expect(.usedBeforeDefined("later"), #"register "later" is used before it is defined"#) {
      try expressions["later"]
    }
    #expect(try expressions.operationSequence(of: y) == [Instruction("y", "square", ["x"])])
  }

  @Test func registersOfOtherExpressions() throws {
    let x = try expressions.input("x")
    let stranger = try Expressions().input("stranger")
    let message = #"register "stranger" belongs to other expressions"#
    expect(.foreign("stranger"), message) { try x + stranger }
    expect(.foreign("stranger"), message) { try crossEntropy(x, stranger) }
    expect(.foreign("stranger"), message) { try expressions.eval(stranger) }
    expect(.foreign("stranger"), message) { try expressions.backpropagate(stranger) }
    expect(.foreign("stranger"), message) { try expressions.operationSequence(of: stranger) }
    expect(.foreign("stranger"), message) { try expressions.leaves(of: stranger) }
    expect(.foreign("stranger"), message) { try expressions.dot(of: stranger) }
  }

  @Test func valuesByAWrongName() throws {
    let one = Matrix(row: [1])
    let y = try (expressions.input("x") * expressions.parameter("W", one)).named("y")
    let error = ExpressionError.unknownName("w", accepted: ["x", "W"])
    let message = #"there is no input or parameter "w", only "x", "W""#
    expect(error, message) { try expressions.eval(y, ["x": one, "w": one]) }
    expect(error, message) { try expressions.backpropagate(y, ["x": one, "w": one]) }
    expect(error, message) { try expressions.inputDictionary(["zz": one, "w": one]) }
    expect(.isComputed("y"), #"register "y" is computed, so it takes no value"#) {
      try expressions.eval(y, ["x": one, "y": one])
    }
    expect(.unknownName("a", accepted: []), #"there is no input or parameter "a", only none"#) {
      try Expressions().inputDictionary(["a": one])
    }
  }

  /// Only what the register depends on needs a value.
  @Test func missingValues() throws {
    let one = Matrix(row: [1])
    let a = try expressions.input("a")
    let y = try a + expressions.input("b") + expressions.input("c", default: one)
    let message = #"no value and no default for "#
    expect(.missingValues(["a", "b"]), message + #""a", "b""#) { try expressions.eval(y) }
    expect(.missingValues(["b"]), message + #""b""#) {
      try expressions.backpropagate(y, ["a": one])
    }
    #expect(try expressions.eval(square(a), ["a": one])["z3"] == one)
  }

  @Test func shapes() throws {
    let x = try expressions.input("x")
    let w = try expressions.parameter("W", Matrix(Shape(4, 5)))
    let values = ["x": Matrix(Shape(2, 3))]
    let sum = try x + w
    let product = try matmul(x, w).named("p")
    let loss = try crossEntropy(w, softmax(x))
    expect(
      .wrongShapes(
        Instruction("z1", "add", ["x", "W"]), [Shape(2, 3), Shape(4, 5)],
        reason: "a is 2×3, but w is 4×5"),
      "z1 = add(x: 2×3, W: 4×5): a is 2×3, but w is 4×5"
    ) { try expressions.eval(sum, values) }
    expect(
      .wrongShapes(
        Instruction("p", "matmul", ["x", "W"]), [Shape(2, 3), Shape(4, 5)],
        reason: "a is 2×3, so w needs 3 rows, but it is 4×5"),
      "p = matmul(x: 2×3, W: 4×5): a is 2×3, so w needs 3 rows, but it is 4×5"
    ) { try expressions.backpropagate(product, values) }
    expect(
      .wrongShapes(
        Instruction("z3", "CrossEntropy", ["W", "z2"]), [Shape(4, 5), Shape(2, 3)],
        reason: "y is 4×5, but ŷ is 2×3"),
      "z3 = CrossEntropy(W: 4×5, z2: 2×3): y is 4×5, but ŷ is 2×3"
    ) { try expressions.eval(loss, values) }
    let cut = try slice(x, columns: 2..<4).named("cut\n")
    expect(
      .wrongShapes(
        Instruction("cut\n", "slice", ["x"]), [Shape(2, 3)],
        reason: "a is 2×3, so it does not have columns 2..<4"),
      #"cut\n = slice(x: 2×3): a is 2×3, so it does not have columns 2..<4"#
    ) { try expressions.eval(cut, values) }
  }

  /// A list of other shapes that worked is not lost, and does not hide the mistake.
  @Test func shapesAfterASuccess() throws {
    let x = try expressions.input("x")
    let y = try (x + expressions.parameter("w", Matrix(row: [1, 2]))).named("y")
    for _ in 0..<2 {
      #expect(try expressions.eval(y, ["x": Matrix(row: [3, 4])])["y"] == Matrix(row: [4, 6]))
      #expect(throws: ExpressionError.self) { try expressions.eval(y, ["x": Matrix(row: [3])]) }
    }
  }

  @Test func lossesThatAreNoNumber() throws {
    let y = try square(expressions.input("x")).named("y")
    for shape in [Shape(1, 2), Shape(2, 1), Shape(0, 0)] {
      expect(
        .lossIsNotANumber("y", shape), "register \"y\" is \(shape); only a 1×1 can be a loss"
      ) { try expressions.backpropagate(y, ["x": Matrix(shape)]) }
    }
  }

  @Test(arguments: [true, false]) func modulesThatLeaveAnotherShape(inForward: Bool) throws {
    let y = try Resizing(inForward: inForward)(expressions.input("x"))
    let message = "left a matrix of shape 9×9, expected 1×1"
    for _ in 0..<2 {
      expect(.wrongModule(ShapeError("Resizing", message)), "Resizing: \(message)") {
        try expressions.backpropagate(y, ["x": Matrix(row: [1])])
      }
    }
  }
}
