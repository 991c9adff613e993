import Layers
import Network
import Operations
import Synchronization
import TestSupport
import Testing

@Suite(.firstIssues) struct NetworkModulesTests {
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

  /// β is the hand-out's whatever the layer keeps, and what is fused has the same gradients.
  @Test func allFormsAreOneNetwork() throws {
    let (x, y) = (Matrix.irregular(1, 4), Matrix(row: [0, 1, 0]))
    let forms = [NetworkModules(), .asWritten, NetworkModules(linear: PlainLinear())]
    let results = try forms.map { modules in
      let network = try Network(inputs: 4, hidden: 5, classes: 3, modules)
      try network.setParameters(alpha: .irregular(5, 5), beta: .irregular(3, 6))
      #expect(network.beta == .irregular(3, 6))
      return try network.backward(x: x, y: y)
    }
    for result in results.dropFirst() {
      #expect(result.alpha.isClose(to: results[0].alpha, 1e-13))
      #expect(result.beta.isClose(to: results[0].beta, 1e-13))
    }
  }

  @Test func aPrintedNetworkSaysItsForm() throws {
    func lastLine(_ modules: NetworkModules) throws -> Substring? {
      "\(try Network(inputs: 4, hidden: 5, classes: 3, modules))".split(separator: "\n").last
    }
    #expect(try lastLine(.asWritten) == "modules as given: one in both layers, nothing fused")
    #expect(
      try lastLine(NetworkModules()) == "quick form: β through DotProductLinear, J fused with ŷ")
  }

  /// Whichever module is wrong, and wherever, a step of training shows it.
  @Test(arguments: 0..<5)
  func whatIsGivenIsWhatRuns(wrong: Int) throws {
    func parameters(_ modules: NetworkModules) throws -> [Matrix] {
      let network = try Network(inputs: 4, hidden: 5, classes: 3, modules)
      try network.setParameters(alpha: .irregular(5, 5), beta: .irregular(3, 6))
      try network.forward(NetworkTrainingTests.examples(), 0)
      try network.backward()
      network.descend(rate: 0.1)
      return [network.alpha, network.beta]
    }
    let modules = [
      NetworkModules(linear: WrongLinear(wrongStep: true)),
      NetworkModules(linear: WrongLinear(wrongStep: false)),
      NetworkModules(sigmoid: Halved(Sigmoid())),
      NetworkModules(softmax: Halved(Softmax())), NetworkModules(crossEntropy: HalvedLoss()),
    ]
    #expect(try parameters(modules[wrong]) != parameters(.asWritten))
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

/// A module whose gradient is half of what it should be.
private struct Halved: UnaryModule {
  let module: any UnaryModule
  init(_ module: any UnaryModule) { self.module = module }
  func forward(_ a: Matrix, into b: inout Matrix) { module.forward(a, into: &b) }
  func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    var gradient = Matrix(gA.shape)
    module.backward(a, b, gB, adding: &gradient)
    gA.add(gradient, times: 0.5)
  }
}

/// A ``Linear`` that takes no step for its scale, or gives its operand half a gradient.
private struct WrongLinear: ParameterModule {
  let wrongStep: Bool
  func shape(_ a: Shape, _ w: Shape) throws(ShapeError) -> Shape { try Linear().shape(a, w) }
  func forward(_ a: Matrix, _ w: Matrix, into b: inout Matrix) {
    Linear().forward(a, w, into: &b)
  }
  func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix
  ) {
    var gradient = Matrix(gA.shape)
    Linear().backward(a, w, b, gB, addingA: &gradient)
    gA.add(gradient, times: wrongStep ? 1 : 0.5)
  }
  func accumulate(_ scale: Double, _ a: Matrix, _ gB: Matrix, adding w: inout Matrix) {
    Linear().accumulate(wrongStep ? 1 : scale, a, gB, adding: &w)
  }
}

/// A ``CrossEntropy`` whose gradient is half of what it should be.
private struct HalvedLoss: BinaryModule {
  func shape(_ y: Shape, _ ŷ: Shape) throws(ShapeError) -> Shape { try CrossEntropy().shape(y, ŷ) }
  func forward(_ y: Matrix, _ ŷ: Matrix, into loss: inout Matrix) {
    CrossEntropy().forward(y, ŷ, into: &loss)
  }
  func backward(_ y: Matrix, _ ŷ: Matrix, _ loss: Matrix, _ gJ: Matrix, addingA gY: inout Matrix) {}
  func backward(_ y: Matrix, _ ŷ: Matrix, _ loss: Matrix, _ gJ: Matrix, addingW gŶ: inout Matrix) {
    var gradient = Matrix(gŶ.shape)
    CrossEntropy().backward(y, ŷ, loss, gJ, addingW: &gradient)
    gŶ.add(gradient, times: 0.5)
  }
}
