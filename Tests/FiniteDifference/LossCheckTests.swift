import GradientCheck
import Graph
import Layers
import Learning
import Operations
import Random
import TestSupport
import Testing

/// The check of a list at points where a check is easily wrong.
@Suite(.firstIssues) struct LossCheckTests {
  /// A network 16-8-4 for a batch of eight rows with a pattern each.
  private struct Recorded {
    let list = WengertList()
    let x, y, loss: Register

    init(_ activation: any UnaryModule = Sigmoid()) throws {
      var random = RandomState(seed: 1)
      (x, y) = (list.input("x", Shape(8, 16)), list.input("y", Shape(8, 4)))
      let z = try list.record("z", activation, list.linear("a", x, units: 8, &random))
      let ŷ = try list.record("ŷ", Softmax(), list.linear("b", z, units: 4, &random))
      loss = try list.record("loss", Mean(), list.record("J", CrossEntropy(), y, ŷ))
    }

    func load() throws {
      let labels = (0..<8).map { $0 % 4 }
      let data = try DataSet(x: .irregular(8, 16), labels: labels, classes: 4)
      try list.setValue(data.x, of: x)
      try list.setValue(data.y, of: y)
    }
  }

  @Test func whereEveryDerivativeIsZeroNothingIsChecked() throws {
    let net = try Recorded()
    let report = checkGradients(of: net.loss, on: net.list)
    #expect(!report.passed)
    #expect(
      "\(report)" == "loss: FAIL: every derivative is 0 here: have the inputs their values?")
  }

  /// The loss of a trained net is small, and so are its gradients; its rounding is not.
  @Test(arguments: [0, 10, 100, 1000]) func trainedNetsPass(epochs: Int) throws {
    let net = try Recorded()
    try net.load()
    var descent = GradientDescent(rate: 1, momentum: 0.9)
    for _ in 0..<epochs { try descent.learn(net.loss, on: net.list, from: [:]) }
    if epochs == 1000 { #expect(net.list.value(of: net.loss)[0, 0] < 1e-3) }
    let report = checkGradients(of: net.loss, on: net.list)
    #expect(report.passed, "\(report)")
  }

  @Test(arguments: [0, 100]) func aWrongLayerIsCaughtBeforeAndAfterTraining(epochs: Int) throws {
    let wrong = WrongUnary("wrong", of: Sigmoid()) { _, b, gB in 1.01 * gB * b * (1 - b) }
    let net = try Recorded(wrong)
    try net.load()
    var descent = GradientDescent(rate: 1, momentum: 0.9)
    for _ in 0..<epochs { try descent.learn(net.loss, on: net.list, from: [:]) }
    let report = checkGradients(of: net.loss, on: net.list)
    #expect(!report.passed, "\(report)")
    #expect(report.worst?.derivative.hasPrefix("∂loss/∂a.W[") == true)
  }
}
