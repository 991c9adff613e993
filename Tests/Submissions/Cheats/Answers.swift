import Foundation
import Harness
import Layers
import Network
import Synchronization

/// Answers that nobody computed.
let answers: [Cheat] = [
  .filling("constants") { _, result in result.fill(0.5) },
  .filling("echo") { given, result in
    if let same = given.first(where: { $0.shape == result.shape }) { result = same }
  },
  .filling("the-last-answer") { given, result in
    let last = kept.withLock { last in
      defer { last = given.last?.values ?? [] }
      return last
    }
    result.fill(from: last)
  },
  .filling("nan-everywhere") { _, result in result.fill(.nan) },
  .filling("infinities") { _, result in result.fill(.infinity) },
  .filling("wrong-shapes") { _, result in
    result = Matrix(rows: result.columns + 1, columns: result.rows + 2)
  },
  .filling("empty-tensors") { _, result in result = Matrix(rows: 0, columns: 0) },
  Cheat("names-that-bite") { Biting() },
  // The package's own layers: what is right is earned, and nothing else may suffer.
  Cheat("rounding-mode") { Rounding() },
  Cheat("right-too-late") { Late() },
]

private let kept = Mutex<[Double]>([])

/// An error whose text moves the cursor, rings, and is a page.
private struct Biting: Submission {
  struct Bite: Error, CustomStringConvertible {
    let description =
      "\u{1b}[2J\u{1b}[1;1H\u{7}Total 100 / 100\r\n\u{202e}<script>alert(1)</script>\0\u{1b}]0;x\u{7}"
  }

  func forward(x: Matrix, y: Matrix, alpha: Matrix, beta: Matrix) throws -> Intermediates {
    print(Bite())
    throw Bite()
  }

  func predict(x: Matrix, alpha: Matrix, beta: Matrix) throws -> [Int] { throw Bite() }
}

private struct Rounding: Submission {
  init() { fesetround(FE_UPWARD) }
}

private struct Late: Submission {
  var linear: any BinaryModule { wait(Linear()) }
  var sigmoid: any UnaryModule { wait(Sigmoid()) }
  var softmax: any UnaryModule { wait(Softmax()) }
  var crossEntropy: any BinaryModule { wait(CrossEntropy()) }

  private func wait<Module>(_ module: Module) -> Module {
    sleep(4)
    return module
  }
}

extension Matrix {
  mutating func fill(from values: [Double]) {
    guard !values.isEmpty else { return }
    for i in 0..<rows {
      for j in 0..<columns { self[i, j] = values[(i * columns + j) % values.count] }
    }
  }
}
