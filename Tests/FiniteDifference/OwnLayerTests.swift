import CLibrary
import GradientCheck
import Layers
import Network
import Testing

/// A layer of a user's own: all that has to be written, and the one line that checks it.
struct ArcTangent: ElementwiseModule {
  func value(_ a: Double) -> Double { atan(a) }
  func gradient(_ a: Double, _ b: Double, _ gB: Double) -> Double { gB / (1 + a * a) }
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
