import CLibrary
import GradientCheck
import Layers
import Network
import Testing

/// A layer of a user's own: all that has to be written, and the one line that checks it.
struct ArcTangent: UnaryModule {
  func forward(_ a: Matrix, into b: inout Matrix) {
    for i in 0..<a.rows { for j in 0..<a.columns { b[i, j] = atan(a[i, j]) } }
  }

  func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    for i in 0..<a.rows {
      for j in 0..<a.columns { gA[i, j] += gB[i, j] / (1 + a[i, j] * a[i, j]) }
    }
  }
}

struct OwnLayerTests {
  @Test func oneLineChecksIt() {
    let report = checkGradients(of: ArcTangent())
    #expect(report.passed, "\(report)")
    #expect("\(report)".hasPrefix("ArcTangent: pass: error "))
  }

  /// A network learns with it as with the sigmoid, and its gradients are right as a whole.
  @Test func itTakesTheSigmoidsPlace() {
    for check in LayerCheck.all(NetworkModules(sigmoid: ArcTangent())) {
      let report = check.run(0)
      #expect(report.passed, "\(report)")
    }
  }

  @Test func withoutTheSquareItFails() {
    let wrong = WrongUnary("ArcTangent", of: ArcTangent()) { a, _, gB in gB / (1 + a) }
    let message = "\(checkGradients(of: wrong))"
    #expect(message.hasPrefix("ArcTangent: FAIL: error "))
    #expect(message.contains("/∂a["))
  }
}
