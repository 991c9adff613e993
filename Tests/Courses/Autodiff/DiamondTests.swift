import Autodiff
import Graph
import Layers
import TestSupport
import Testing

/// A register that is read twice gets a delta from each reader, and none may be lost. Values and
/// gradients at x = 2, by hand.
@Suite(.firstIssues) struct DiamondTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let value: Double
    let gradient: Double
    let function: @Sendable (_ x: Term) throws(ExpressionError) -> Term
  }

  static let cases = [
    Case(testDescription: "x³", value: 8, gradient: 12) { x throws(ExpressionError) in
      try x * x * x
    },
    Case(testDescription: "diamond: x²·2x = 2x³", value: 16, gradient: 24) {
      x throws(ExpressionError) in try square(x) * (x + x)
    },
    Case(testDescription: "uneven diamond: (x² + 2x)·x⁴ = x⁶ + 2x⁵", value: 128, gradient: 352) {
      x throws(ExpressionError) in
      let square = square(x)
      return try (square + (x + x)) * (square * square)
    },
    Case(testDescription: "double diamond: m = 2x³, m²·2m = 16x⁹", value: 8192, gradient: 36864) {
      x throws(ExpressionError) in
      let middle = try square(x) * (x + x)
      return try square(middle) * (middle + middle)
    },
  ]

  private func result(_ diamond: Case) throws -> (
    textbook: TextbookBackpropagation, gradients: [String: Double]
  ) {
    let expressions = Expressions()
    let y = try diamond.function(expressions.input("x")).named("y")
    let (values, gradients) = try expressions.backpropagate(y, ["x": Matrix(row: [2])])
    let textbook = TextbookBackpropagation(
      sequence: try expressions.operationSequence(of: y), values: values.mapValues { $0[0, 0] })
    return (textbook, gradients.mapValues { $0[0, 0] })
  }

  @Test(arguments: cases) func deltasAddUp(diamond: Case) throws {
    let (textbook, gradients) = try result(diamond)
    #expect(textbook.values["y"] == diamond.value)
    #expect(gradients["x"] == diamond.gradient)
    #expect(gradients == textbook.deltas(order: textbook.sequence.indices.reversed()))
  }

  @Test func theCubeIsTwoProducts() throws {
    let (textbook, gradients) = try result(Self.cases[0])
    #expect(
      textbook.sequence == [
        Instruction("z1", "mul", ["x", "x"]), Instruction("y", "mul", ["z1", "x"]),
      ])
    #expect(gradients["z1"] == 2)
  }

  @Test(arguments: cases) func overwritingIsCaught(diamond: Case) throws {
    let (textbook, _) = try result(diamond)
    let order = textbook.sequence.indices.reversed().map { $0 }
    #expect(textbook.deltas(order: order, overwrites: true)["x"] != diamond.gradient)
  }

  /// Of all orders in which the lines can be visited, the gradient is right for exactly those in
  /// which a line comes after all that read its output.
  @Test(arguments: cases) func aWrongOrderIsCaught(diamond: Case) throws {
    let (textbook, _) = try result(diamond)
    var right = 0
    for order in permutations(textbook.sequence.count) {
      let isRight = textbook.deltas(order: order)["x"] == diamond.gradient
      #expect(isRight == textbook.isRightOrder(order), "\(order)")
      if isRight { right += 1 }
    }
    #expect(right > 0 && right < permutations(textbook.sequence.count).count)
  }
}
