import Autodiff
import GradientCheck
import Graph
import Layers
import Operations
import TestSupport
import Testing

@Suite(.firstIssues) struct ExpressionCheckTests {
  /// k-class logistic regression with a penalty, at weights that are all zero or not.
  private func logisticRegression(_ weights: Matrix) throws -> (loss: Term, Expressions) {
    let expressions = Expressions()
    let x = try expressions.input("x")
    let target = try expressions.input("target")
    let w = try expressions.parameter("W", weights)
    let loss = try sum(crossEntropy(target, softmax(matmul(x, w)))) + frobeniusNorm(w)
    return (try loss.named("loss"), expressions)
  }

  private let examples = [
    "x": Matrix(rows: 4, columns: 2, [1, -2, 0.5, 3, -1, 0.25, 2, 1]),
    "target": Matrix(rows: 4, columns: 3, [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0]),
  ]

  @Test func logisticRegressionPasses() throws {
    let weights = Matrix(rows: 2, columns: 3, [0.3, -0.2, 0.5, -0.7, 0.1, 0.4])
    let (loss, expressions) = try logisticRegression(weights)
    let report = checkGradients(of: loss, at: examples)
    #expect(report.passed, "\(report)")
    #expect(report.comparisons == 8 + 12 + 6)
    #expect("\(report)".hasPrefix("loss: pass: error "))
    #expect(
      try expressions.operationSequence(of: loss).map(\.function)
        == ["matmul", "Softmax", "CrossEntropy", "sum", "frobeniusNorm", "add"])
  }

  /// At W = 0 all classes are equally likely, and the norm adds nothing to the gradient
  /// xᵀ (softmax − target).
  @Test func logisticRegressionAtZeroWeights() throws {
    let (loss, expressions) = try logisticRegression(Matrix(rows: 2, columns: 3))
    let report = checkGradients(of: loss, at: examples)
    #expect(report.passed, "\(report)")
    let (values, gradients) = try expressions.backpropagate(loss, examples)
    #expect(abs(try #require(values["loss"])[0, 0] - 4 * 1.0986122886681098) < 1e-14)
    let found = try #require(gradients["W"])
    let expected = [-1.0 / 6, -5.0 / 3, 11.0 / 6, 2.75, -3.25, 0.5]
    for (found, expected) in zip(found.values, expected) { #expect(abs(found - expected) < 1e-14) }
  }

  /// Of one example the cross-entropy is a number, so the expression is a loss as it stands.
  @Test func logisticRegressionOfOneExample() throws {
    let expressions = Expressions()
    let x = try expressions.input("x", default: Matrix(row: [1, -2]))
    let target = try expressions.input("target", default: Matrix(row: [0, 0, 1]))
    let w = try expressions.parameter("W", Matrix(rows: 2, columns: 3))
    let loss = try crossEntropy(target, softmax(matmul(x, w))) + frobeniusNorm(w)
    let report = checkGradients(of: loss)
    #expect(report.passed && report.comparisons == 2 + 3 + 6, "\(report)")
    let gradient = try #require(try expressions.backpropagate(loss).gradients["W"])
    for (found, thirds) in zip(gradient.values, [1.0, 1, -2, -2, -2, 4]) {
      #expect(abs(found - thirds / 3) < 1e-15)
    }
  }

  /// Twice the same register as operands: of an overwritten gradient only one half is left.
  @Test func overwritingIsCaught() throws {
    let overwriting = WrongBinary(
      "mul", of: Multiply(),
      gA: { _, w, _, gB, gA in
        gA = Multiply().product(gB, w)
      }, gW: { a, _, _, gB, gW in gW = Multiply().product(gB, a) })
    for (product, isRight) in [(Multiply(), true), (overwriting, false)]
      as [(any BinaryModule, Bool)]
    {
      let x = try Expressions().input("x", default: Matrix(row: [2, -3]))
      let report = checkGradients(of: sum(try product(x, x)))
      #expect(report.passed == isRight, "\(report)")
      if !isRight {
        #expect(report.error > 0.3)
        #expect("\(report)".contains("worst ∂z2/∂x[0,"))
      }
    }
  }

  @Test(arguments: GeneralMistake.allCases) func mistakesInsideAnExpressionAreCaught(
    mistake: GeneralMistake
  ) throws {
    // What is slightly wrong, by 1e-8, is found by the module's own check, which is tighter.
    guard mistake != .slightlyOff else { return }
    let wrong = WrongUnary(
      "tanh", of: Operations.Tanh(),
      backward: { a, b, gB, gA in
        mistake.apply(to: &gA) { Operations.Tanh().backward(a, b, gB, adding: &$0) }
      })
    let expressions = Expressions()
    let x = try expressions.input("x", default: Matrix(row: [0.5, -0.75]))
    let w = try expressions.parameter("w", Matrix(row: [2, 3]))
    let y = try wrong(x) * w + x
    let report = checkGradients(of: sum(y))
    #expect(!report.passed, "\(report)")
  }

  /// A gradient that is 0 is compared on the scale of the loss, not with rounding.
  @Test func gradientsThatAreZero() throws {
    let expressions = Expressions()
    let x = try expressions.input("x", default: Matrix(row: [0.3, -1, 2]))
    let one = try expressions.input("one", default: Matrix(row: [1000]))
    let report = checkGradients(of: try sum(softmax(x)) * one)
    #expect(report.passed, "\(report)")
  }

  @Test func whatCannotBeCheckedSaysWhy() throws {
    let y = try square(Expressions().input("x")).named("y")
    #expect(
      "\(checkGradients(of: y, at: ["x": Matrix(row: [1, 2])]))"
        == #"y: FAIL: register "y" is 1×2; only a 1×1 can be a loss"#)
    #expect("\(checkGradients(of: y))" == #"y: FAIL: no value and no default for "x""#)
  }

  @Test func notANumberIsNoPass() throws {
    let y = try log(Expressions().input("x", default: Matrix(row: [-1])))
    #expect(!checkGradients(of: y).passed)
  }

  /// One NaN between right derivatives is neither passed over nor forgotten.
  @Test func oneDerivativeThatIsNotANumber() throws {
    let wrong = WrongUnary("square", of: Square()) { a, _, gB in a == 2 ? .nan : 2 * gB * a }
    let x = try Expressions().input("x", default: Matrix(row: [1, 2, 3]))
    let report = checkGradients(of: sum(wrong(x)))
    #expect(!report.passed)
    #expect(report.worst?.derivative == "∂z2/∂x[0,1]", "\(report)")
  }
}

extension Multiply {
  fileprivate func product(_ a: Matrix, _ w: Matrix) -> Matrix {
    var b = Matrix(a.shape)
    forward(a, w, into: &b)
    return b
  }
}
