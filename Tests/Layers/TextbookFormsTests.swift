import Layers
import TestSupport
import Testing

/// The textbook forms report what does not fit, with the operand and both shapes.
@Suite(.firstIssues) struct TextbookFormsTests {
  struct Mistake: CustomTestStringConvertible {
    let testDescription: String
    let make: @Sendable () throws -> Void

    init(_ message: String, _ make: @escaping @Sendable () throws -> Void) {
      testDescription = message
      self.make = make
    }
  }

  static let mistakes = [
    Mistake("Sigmoid: b is 1×2, expected 1×3") {
      _ = try Sigmoid().backward(zeros(1, 3), zeros(1, 2), zeros(1, 3))
    },
    Mistake("Softmax: gB is 3×1, expected 1×3") {
      _ = try Softmax().backward(zeros(1, 3), zeros(1, 3), zeros(3, 1))
    },
    Mistake("Linear: b is 1×3, expected 1×2") {
      _ = try Linear().backward(zeros(1, 3), zeros(4, 2), zeros(1, 3), zeros(1, 2))
    },
    Mistake("Linear: gB is 2×2, expected 1×2") {
      _ = try Linear().backward(zeros(1, 3), zeros(4, 2), zeros(1, 2), zeros(2, 2))
    },
    Mistake("Linear: a is 1×3, so W needs 4 rows, but it is 3×2") {
      _ = try Linear().backward(zeros(1, 3), zeros(3, 2), zeros(1, 2), zeros(1, 2))
    },
    Mistake("CrossEntropy: gB is 1×3, expected 1×1") {
      _ = try CrossEntropy().backward(zeros(1, 3), zeros(1, 3), zeros(1, 1), zeros(1, 3))
    },
    Mistake("Resizing: b is 9×9, expected 1×3") { _ = try Resizing().forward(zeros(1, 3)) },
    Mistake("Resizing: gA is 9×9, expected 1×3") {
      _ = try Resizing().backward(zeros(1, 3), zeros(1, 3), zeros(1, 3))
    },
    Mistake("ResizingPair: b is 9×9, expected 1×3") {
      _ = try ResizingPair(resizesA: true).forward(zeros(1, 3), zeros(2, 4))
    },
    Mistake("ResizingPair: gA is 9×9, expected 1×3") {
      let module = ResizingPair(resizesA: true)
      _ = try module.backward(zeros(1, 3), zeros(2, 4), zeros(1, 3), zeros(1, 3))
    },
    Mistake("ResizingPair: gW is 9×9, expected 2×4") {
      let module = ResizingPair(resizesA: false)
      _ = try module.backward(zeros(1, 3), zeros(2, 4), zeros(1, 3), zeros(1, 3))
    },
  ]

  @Test(arguments: mistakes) func mistakesAreNamed(mistake: Mistake) {
    let error = #expect(throws: ShapeError.self) { try mistake.make() }
    #expect(error?.description == mistake.testDescription)
  }
}

private func zeros(_ rows: Int, _ columns: Int) -> Matrix { Matrix(rows: rows, columns: columns) }

/// Leaves matrices of another shape than it announces.
private struct Resizing: UnaryModule {
  func forward(_ a: Matrix, into b: inout Matrix) { b = zeros(9, 9) }
  func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    gA = zeros(9, 9)
  }
}

private struct ResizingPair: BinaryModule {
  let resizesA: Bool

  func shape(_ a: Shape, _ w: Shape) -> Shape { a }
  func forward(_ a: Matrix, _ w: Matrix, into b: inout Matrix) { b = zeros(9, 9) }
  func backward(_ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix) {
    if resizesA { gA = zeros(9, 9) }
  }
  func backward(_ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingW gW: inout Matrix) {
    if !resizesA { gW = zeros(9, 9) }
  }
}
