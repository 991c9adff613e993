import Foundation
import Harness
import Layers

// The submission of docs/grading.md.

struct MySigmoid: ElementwiseModule {
  func value(_ a: Double) -> Double { 1 / (1 + exp(-a)) }
  func gradient(_ a: Double, _ b: Double, _ gB: Double) -> Double { gB * b * (1 - b) }
}

struct MySubmission: Submission {
  var sigmoid: any UnaryModule { MySigmoid() }
  func predict(x: Matrix, alpha: Matrix, beta: Matrix) throws -> [Int] { notWritten() }
}
