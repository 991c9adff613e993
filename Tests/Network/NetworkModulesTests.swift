import Layers
import Network
import Synchronization
import TestSupport
import Testing

struct NetworkModulesTests {
  @Test func theOutputLayerIsVisible() throws {
    let network = try Network(inputs: 4, hidden: 5, classes: 3)
    #expect(network.modules.hidden is Linear && network.modules.output is DotProductLinear)
    #expect(NetworkModules().output is DotProductLinear)
  }

  /// Also the package's own.
  @Test(arguments: [Linear(), PlainLinear()] as [any BinaryModule])
  func aLinearLayerOfOnesOwnIsInBothPlaces(linear: any BinaryModule) throws {
    let modules = NetworkModules(linear: linear)
    #expect([modules.hidden.name, modules.output.name] == [linear.name, linear.name])
    let network = try Network(inputs: 4, hidden: 5, classes: 3, NetworkModules(linear: linear))
    #expect("\(network.modules)" == "\(modules)")
  }

  /// β is the hand-out's whatever the layer keeps.
  @Test func bothLayoutsAreOneNetwork() throws {
    let (x, y) = (Matrix.irregular(1, 4), Matrix(row: [0, 1, 0]))
    let layers: [(any BinaryModule)?] = [nil, Linear(), PlainLinear()]
    let results = try layers.map { linear in
      let network = try Network(inputs: 4, hidden: 5, classes: 3, NetworkModules(linear: linear))
      try network.setParameters(alpha: .irregular(5, 5), beta: .irregular(3, 6))
      #expect(network.beta == .irregular(3, 6))
      return try network.backward(x: x, y: y)
    }
    for result in results.dropFirst() {
      #expect(result.alpha.isClose(to: results[0].alpha, 1e-13))
      #expect(result.beta.isClose(to: results[0].beta, 1e-13))
    }
  }

  /// Evaluating at the end of each epoch records the network once more, not once an epoch.
  @Test func anEvaluationRecordsTheNetworkOnce() throws {
    let sigmoid = Counting()
    let network = try Network(inputs: 4, hidden: 5, classes: 3, NetworkModules(sigmoid: sigmoid))
    let examples = try NetworkTrainingTests.examples()
    try network.train(examples, validation: examples, epochs: 5, rate: 0.1)
    #expect(sigmoid.recordings == 2)
  }

  /// Predicting asks for no loss.
  @Test func predictingNeedsNoTarget() throws {
    let loss = CountingLoss()
    let network = try Network(inputs: 4, hidden: 5, classes: 3, NetworkModules(crossEntropy: loss))
    #expect(try network.predict(NetworkTrainingTests.examples().x).count == 12)
    #expect(loss.evaluations == 0)
    _ = try network.evaluate(NetworkTrainingTests.examples())
    #expect(loss.evaluations == 12)
  }
}

private final class Counting: UnaryModule {
  private let count = Mutex(0)
  var recordings: Int { count.withLock { $0 } }

  func shape(_ a: Shape) -> Shape {
    count.withLock { $0 += 1 }
    return a
  }
  func forward(_ a: Matrix, into b: inout Matrix) { Sigmoid().forward(a, into: &b) }
  func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    Sigmoid().backward(a, b, gB, adding: &gA)
  }
}

private final class CountingLoss: BinaryModule {
  private let count = Mutex(0)
  var evaluations: Int { count.withLock { $0 } }

  func shape(_ y: Shape, _ ŷ: Shape) throws(ShapeError) -> Shape { try CrossEntropy().shape(y, ŷ) }
  func forward(_ y: Matrix, _ ŷ: Matrix, into loss: inout Matrix) {
    count.withLock { $0 += 1 }
    CrossEntropy().forward(y, ŷ, into: &loss)
  }
  func backward(_ y: Matrix, _ ŷ: Matrix, _ b: Matrix, _ gJ: Matrix, addingA gY: inout Matrix) {}
  func backward(_ y: Matrix, _ ŷ: Matrix, _ b: Matrix, _ gJ: Matrix, addingW gŶ: inout Matrix) {
    CrossEntropy().backward(y, ŷ, b, gJ, addingW: &gŶ)
  }
}
