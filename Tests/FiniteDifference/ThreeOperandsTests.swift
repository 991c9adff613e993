import Autodiff
import GradientCheck
import Graph
import Layers
import TestSupport
import Testing

/// An affine map with a bias of its own, `b = x W + c`: a module of three operands.
///
/// `x`: N×A, `W`: A×B, `c`: 1×B, `b`: N×B. Gradients: `gX = gB Wᵀ`, `gW = xᵀ gB`, `gC = Σₙ gB[n]`.
struct Affine: Module {
  var operandNames: [String] { ["x", "W", "c"] }

  func shape(_ operands: [Shape]) throws(ShapeError) -> Shape {
    guard operands.count == 3, operands[1].rows == operands[0].columns,
      operands[2] == Shape(1, operands[1].columns)
    else { throw ShapeError(name, "cannot be applied to \(operands)") }
    return Shape(operands[0].rows, operands[1].columns)
  }

  func forward(_ operands: Operands, into b: inout Matrix) {
    let (x, w, c) = (operands[0], operands[1], operands[2])
    for n in 0..<b.rows {
      for k in 0..<b.columns {
        b[n, k] = (0..<x.columns).reduce(c[0, k]) { $0 + x[n, $1] * w[$1, k] }
      }
    }
  }

  func backward(
    _ operands: Operands, _ b: Matrix, _ gB: Matrix, adding gradient: inout Matrix, of index: Int
  ) {
    let (x, w) = (operands[0], operands[1])
    for n in 0..<b.rows {
      for k in 0..<b.columns {
        switch index {
        case 0: for i in 0..<x.columns { gradient[n, i] += gB[n, k] * w[i, k] }
        case 1: for i in 0..<x.columns { gradient[i, k] += gB[n, k] * x[n, i] }
        default: gradient[0, k] += gB[n, k]
        }
      }
    }
  }
}

/// Whatever takes a module takes one of three operands.
@Suite(.firstIssues) struct ThreeOperandsTests {
  @Test(arguments: 0..<5 as Range<UInt32>) func passesTheCheck(seed: UInt32) {
    let report = checkGradients(of: Affine(), seed: seed)
    #expect(report.passed && report.comparisons > 0, "\(report)")
  }

  @Test(arguments: 0..<3, GeneralMistake.allCases)
  func mistakesAreCaught(operand: Int, mistake: GeneralMistake) {
    let report = checkGradients(of: Mistaken(right: Affine(), mistake: mistake, operand: operand))
    #expect(!report.passed, "\(report)")
  }

  @Test func standsOnAList() throws {
    let list = WengertList()
    let x = list.input("x", .irregular(4, 3), hasGradient: true)
    let (w, c) = (list.parameter("W", Shape(3, 2)), list.parameter("c", Shape(1, 2)))
    try list.setValue(.irregular(3, 2, 5), of: w)
    let b = try list.record("b", Affine(), x, w, c)
    let loss = try list.record("J", SquaredNorm(), b)
    #expect(list.lines()[0] == "b = Affine(x, W, c)")
    let report = checkGradients(of: loss, on: list, by: [x, w, c])
    #expect(report.passed && report.comparisons == 20, "\(report)")
  }

  @Test func isAFunctionOnTerms() throws {
    let expressions = Expressions()
    let x = try expressions.input("x", default: .irregular(4, 3))
    let w = try expressions.parameter("W", .irregular(3, 2, 5))
    let c = try expressions.parameter("c", .irregular(1, 2, 7))
    let loss = squaredNorm(try Affine()(x, w, c))
    #expect(checkGradients(of: loss).passed)
    #expect(try expressions.operationSequence(of: loss)[0].inputs == ["x", "W", "c"])
  }

  @Test func inTheTextbooksForm() throws {
    let operands = [Matrix(row: [1, 2]), Matrix(rows: 2, columns: 1, [3, 4]), Matrix(row: [5])]
    let b = try Affine().forward(operands)
    #expect(b == Matrix(row: [16]))
    let gradients = try Affine().backward(operands, b, Matrix(row: [2]))
    #expect(
      gradients
        == [Matrix(row: [6, 8]), Matrix(rows: 2, columns: 1, [2, 4]), Matrix(row: [2])])
  }

  @Test func aWrongNumberOfOperandsIsAnError() throws {
    let list = WengertList()
    let x = list.input("x", Shape(1, 2))
    let tooMany = #expect(throws: ShapeError.self) { try list.record("z", Sigmoid(), x, x) }
    #expect(tooMany?.description == "Sigmoid: takes 1 operand, not 2")
    let tooFew = #expect(throws: ShapeError.self) { try list.record("z", Linear(), x) }
    #expect(tooFew?.description == "Linear: takes 2 operands, not 1")
    let loss = #expect(throws: ShapeError.self) { try list.record("J", CrossEntropy(), x) }
    #expect(loss?.description == "CrossEntropy: takes 2 operands, not 1")
  }
}
