import Foundation
import SwiftLayers
import TestSupport
import Testing

/// A layer of a user's own: all that has to be written, and the one line that checks it.
struct ArcTangent: ElementwiseModule {
  func value(_ a: Double) -> Double { atan(a) }
  func gradient(_ a: Double, _ b: Double, _ gB: Double) -> Double { gB / (1 + a * a) }
}

/// The same without the square.
private struct WrongArcTangent: ElementwiseModule {
  var name: String { "ArcTangent" }
  func value(_ a: Double) -> Double { atan(a) }
  func gradient(_ a: Double, _ b: Double, _ gB: Double) -> Double { gB / (1 + a) }
}

struct OwnLayerTests {
  @Test func oneLineChecksIt() {
    let report = checkGradients(of: ArcTangent())
    #expect(report.passed, "\(report)")
    #expect("\(report)".hasPrefix("ArcTangent: pass: error "))
  }

  /// A network's gradients with it are right as a whole, as with the sigmoid.
  @Test func itTakesTheSigmoidsPlace() {
    for check in LayerCheck.all(NetworkModules(sigmoid: ArcTangent())) {
      let report = check.run(0)
      #expect(report.passed, "\(report)")
    }
  }

  /// README prints this message, broken into two lines.
  @Test func withoutTheSquareItFails() throws {
    let readme = try Page("README.md").text.split(whereSeparator: \.isWhitespace)
    let message = "\(checkGradients(of: WrongArcTangent()))".split(whereSeparator: \.isWhitespace)
    #expect(message.starts(with: ["ArcTangent:", "FAIL:", "error"]))
    #expect(readme.joined(separator: " ").contains(message.joined(separator: " ")))
  }

  /// README's network: it learns from some letters and reads most of others.
  @Test func aNetworkLearnsWithIt() throws {
    let handout = checkoutFile("handout-data").path
    let letters = try DataSet.letters("\(handout)/smallTrain.csv")
    let test = try DataSet.letters("\(handout)/smallTest.csv")
    let network = try Network(
      inputs: 128, hidden: 50, classes: 10, NetworkModules(sigmoid: ArcTangent()))
    try network.initialize(.random(seed: 0))
    try network.train(letters, validation: test, epochs: 30, rate: 0.02)
    print(network, try network.evaluate(test).errorRate)  // 0.2
    #expect(try network.evaluate(test).errorRate == 0.2)
  }
}
