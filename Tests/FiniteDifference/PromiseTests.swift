import CLibrary
import GradientCheck
import Operations
import Synchronization
import TestSupport
import Testing

@testable import Layers

/// What `Module` promises beside its derivatives is checked, and said in words.
@Suite(.firstIssues) struct PromiseTests {
  static let mistakes: [(String, WrongUnary, String)] = [
    (
      "b[0,0] not written",
      WrongUnary(
        "w", of: Sigmoid(),
        forward: { a, b in
          let before = b[0, 0]
          Sigmoid().forward(a, into: &b)
          b[0, 0] = before
        }), "forward does not write b[0,0]"
    ),
    (
      "forward adds",
      WrongUnary(
        "w", of: Sigmoid(),
        forward: { a, b in
          let before = b
          Sigmoid().forward(a, into: &b)
          b.add(before)
        }), "forward adds to what b holds instead of overwriting it"
    ),
    (
      "backward overwrites",
      WrongUnary(
        "w", of: Sigmoid(),
        backward: { a, b, gB, gA in
          gA.fill(0)
          Sigmoid().backward(a, b, gB, adding: &gA)
        }), "backward overwrites the gradient of a instead of adding to it"
    ),
    (
      "backward doubles what is there",
      WrongUnary(
        "w", of: Sigmoid(),
        backward: { a, b, gB, gA in
          gA.add(gA)
          Sigmoid().backward(a, b, gB, adding: &gA)
        }), "backward does not add to what the gradient of a holds"
    ),
    (
      "upstream ignored", WrongUnary("w", of: Sigmoid()) { _, b, _ in b * (1 - b) },
      "backward ignores gB in the gradient of a"
    ),
    (
      "upstream's sign ignored",
      WrongUnary("w", of: Sigmoid()) { _, b, gB in abs(gB) * b * (1 - b) },
      "the gradient of a is not proportional to gB: it loses gB's sign"
    ),
    (
      "an operand is changed",
      WrongUnary(
        "w", of: Sigmoid(),
        forward: { a, b in
          Sigmoid().forward(a, into: &b)
          overwriteFirst(of: a)
        }), "forward changes a, which it may only read"
    ),
    (
      "the output is changed",
      WrongUnary(
        "w", of: Sigmoid(),
        backward: { a, b, gB, gA in
          Sigmoid().backward(a, b, gB, adding: &gA)
          overwriteFirst(of: b)
        }), "backward changes b, which it may only read"
    ),
    (
      "sparse operands are taken for ones",
      WrongUnary(
        "w", of: Half(),
        forward: { a, b in
          Half().forward(a.nonZeros == nil ? a : a.map { $0 == 0 ? 0 : 1 }, into: &b)
        }), "forward gives something else where the operands are sparse"
    ),
    (
      "a view is taken for the whole",
      WrongUnary(
        "w", of: Half(),
        backward: { a, b, gB, gA in
          Half().backward(a, b, gB, adding: &gA)
          if a.firstRow > 0 { gA[0, 0] += 1 }
        }), "the gradient of a is another where the operands are rows of a larger matrix"
    ),
  ]

  @Test(arguments: mistakes.indices, 0..<5 as Range<UInt32>)
  func brokenPromisesAreNamed(index: Int, seed: UInt32) {
    let (_, module, words) = Self.mistakes[index]
    let report = checkGradients(of: module, seed: seed)
    #expect(!report.passed && report.brokenPromises.first == words, "\(report)")
    #expect("\(report)".contains("w: FAIL: \(words)"))
  }

  // MARK: accumulate

  static let steps: [(String, WrongStep.Add, String)] = [
    (
      "ignores scale", { _, gradient, w in w.add(gradient) },
      "accumulate ignores scale: it adds 1 times the gradient of w (scale -0.1)"
    ),
    (
      "takes its magnitude", { scale, gradient, w in w.add(gradient, times: abs(scale)) },
      "accumulate does not add scale times the gradient of w (scale -0.1)"
    ),
    (
      "shrinks w, too",
      { scale, gradient, w in
        w.add(w, times: scale == 1 ? 0 : scale)
        w.add(gradient, times: scale)
      }, "accumulate does not add scale times the gradient of w (scale -0.1)"
    ),
    (
      "overwrites w at scale 0",
      { scale, gradient, w in
        if scale == 0 { w.fill(0) }
        w.add(gradient, times: scale)
      }, "accumulate overwrites w instead of adding to it (scale 0.0)"
    ),
  ]

  @Test(arguments: steps.indices) func wrongStepsAreNamed(index: Int) {
    let (_, add, words) = Self.steps[index]
    let report = checkGradients(of: WrongStep(add: add))
    #expect(!report.passed && report.brokenPromises.contains(words), "\(report)")
    // The gradient itself, at scale 1 from zeros, is right.
    #expect(report.error <= 1e-9)
  }

  @Test(
    arguments: [
      Linear(), DotProductLinear(), AddRow(), MatrixProduct(), MatrixVectorProduct(),
    ] as [any ParameterModule])
  func rightStepsPass(module: any ParameterModule) {
    #expect(checkGradients(of: module).brokenPromises == [])
  }

  // MARK: State

  /// Backward takes the output of the last forward, not the one that it is given.
  @Test func aKeptOutputIsFound() {
    let last = Mutex(Matrix(rows: 1, columns: 1))
    let module = WrongUnary(
      "w", of: Sigmoid(),
      forward: { a, b in
        Sigmoid().forward(a, into: &b)
        last.withLock { [b] in $0 = b }
      },
      backward: { a, b, gB, gA in
        let kept = last.withLock { $0 }
        Sigmoid().backward(a, kept.shape == b.shape ? kept : b, gB, adding: &gA)
      })
    let report = checkGradients(of: module)
    #expect(!report.passed)
    #expect(
      report.brokenPromises.first
        == "backward gives something else after forward of other operands: "
        + "it may keep nothing from one call to the next")
  }

  @Test func aCountOfCallsIsFound() {
    let count = Atomic(0.0.bitPattern)
    let module = WrongUnary(
      "w", of: Half(),
      forward: { a, b in
        Half().forward(a, into: &b)
        b[0, 0] += Double(count.wrappingAdd(1, ordering: .relaxed).newValue)
      })
    let report = checkGradients(of: module)
    #expect(report.brokenPromises.contains { $0.hasPrefix("the same call a second time") })
  }

  /// Room that all calls share, for which a second thread does not wait.
  @Test func sharedRoomIsFound() {
    let room = Mutex(Matrix(rows: 1, columns: 1))
    let module = WrongUnary(
      "w", of: Half(),
      forward: { a, b in
        room.withLock { $0 = a }
        usleep(500)
        Half().forward(room.withLock { $0 }, into: &b)
      })
    let report = checkGradients(of: module, shapes: [[Shape(1, 4)]])
    #expect(
      report.brokenPromises == ["two threads at once disturb each other: does it keep state?"],
      "\(report)")
  }
}

/// ``Linear`` with another step.
struct WrongStep: ParameterModule {
  typealias Add = @Sendable (_ scale: Double, _ gradient: Matrix, _ w: inout Matrix) -> Void
  let add: Add

  func shape(_ a: Shape, _ w: Shape) throws(ShapeError) -> Shape { try Linear().shape(a, w) }
  func forward(_ a: Matrix, _ w: Matrix, into b: inout Matrix) { Linear().forward(a, w, into: &b) }
  func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix
  ) {
    Linear().backward(a, w, b, gB, addingA: &gA)
  }
  func accumulate(_ scale: Double, _ a: Matrix, _ gB: Matrix, adding w: inout Matrix) {
    var gradient = Matrix(w.shape)
    Linear().accumulate(1, a, gB, adding: &gradient)
    add(scale, gradient, &w)
  }
}

/// What Swift forbids and a pointer does.
private func overwriteFirst(of matrix: Matrix) {
  matrix.row(0).withUnsafeBufferPointer {
    UnsafeMutablePointer(mutating: $0.baseAddress)?[0] = 9
  }
}
