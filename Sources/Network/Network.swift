import Graph
import Layers

/// The one-hidden-layer network of the OCR system, recorded on a Wengert list.
///
/// For one example, with x₀ = z₀ = 1 for the biases:
///
///     a = α x        α: D×(M+1)
///     z = σ(a)       z: D
///     b = β z        β: K×(D+1)
///     ŷ = softmax(b) ŷ: K
///     J = −yᵀ log ŷ
///
/// M inputs, D hidden units, K classes; column 0 of α and β holds the biases. `print(network)`
/// shows the list. Training, with every gradient taken before a parameter changes:
///
/// ```swift
/// for i in 0..<training.count {   // in file order: the hand-out forbids shuffling
///   try network.forward(training, i)
///   try network.backward()
///   network.descend(rate: γ)
/// }
/// ```
///
/// Source: CMU 10-601, homework "Neural Networks", module-based implementation.
public final class Network {
  /// M, the number of inputs: pixels of an image.
  public let inputs: Int
  /// D, the number of hidden units.
  public let hidden: Int
  /// K, the number of classes.
  public let classes: Int

  let list = WengertList()
  let x, y, α, β, a, z, b, ŷ, loss: Register
  private typealias Modules = (
    linear: any BinaryModule, sigmoid: any UnaryModule, softmax: any UnaryModule,
    crossEntropy: any BinaryModule
  )
  private let modules: Modules
  /// Whether all layers are the package's.
  var hasOwnModules: Bool {
    modules.linear is Linear && modules.sigmoid is Sigmoid && modules.softmax is Softmax
      && modules.crossEntropy is CrossEntropy
  }
  /// Whether β lies as ``DotProductLinear`` wants it, not as ``Linear``.
  private let betaIsByOutputs: Bool
  /// Where the forward pass of a training step may stop.
  private let lastForTraining: Register

  /// A network with all parameters zero.
  ///
  /// The modules can be replaced by others of the same shapes, to try or to grade one's own.
  /// - Throws: `ShapeError` when a module does not accept its operands.
  public convenience init(
    inputs: Int, hidden: Int, classes: Int,
    linear: any BinaryModule = Linear(), sigmoid: any UnaryModule = Sigmoid(),
    softmax: any UnaryModule = Softmax(), crossEntropy: any BinaryModule = CrossEntropy()
  ) throws(ShapeError) {
    try self.init(
      inputs: inputs, hidden: hidden, classes: classes, batch: 1,
      (linear, sigmoid, softmax, crossEntropy))
  }

  /// A network whose registers hold `batch` examples.
  private init(
    inputs: Int, hidden: Int, classes: Int, batch: Int, _ modules: Modules
  ) throws(ShapeError) {
    self.inputs = inputs
    self.hidden = hidden
    self.classes = classes
    self.modules = modules
    // The package's own layer is replaced by its quicker twin for few outputs.
    let output: any BinaryModule = modules.linear is Linear ? DotProductLinear() : modules.linear
    betaIsByOutputs = output is DotProductLinear
    x = list.input("x", Shape(batch, inputs))
    y = list.input("y", Shape(batch, classes))
    α = list.parameter("α", Shape(inputs + 1, hidden))
    β = list.parameter(
      "β", betaIsByOutputs ? Shape(classes, hidden + 1) : Shape(hidden + 1, classes))
    a = try list.record("a", modules.linear, x, α)
    z = try list.record("z", modules.sigmoid, a)
    b = try list.record("b", output, z, β)
    ŷ = try list.record("ŷ", modules.softmax, b)
    loss = try list.record("J", modules.crossEntropy, y, ŷ)
    lastForTraining = list.lastNeeded(forBackwardFrom: loss)
    try expect(ŷ, "ŷ", of: modules.softmax, Shape(batch, classes))
    try expect(loss, "J", of: modules.crossEntropy, Shape(batch, 1))
  }

  private func expect(
    _ register: Register, _ name: String, of module: any Module, _ shape: Shape
  ) throws(ShapeError) {
    let found = list.value(of: register).shape
    guard found == shape else {
      throw ShapeError(module.name, "\(name) is \(found), expected \(shape)")
    }
  }

  /// α: D×(M+1), the hidden layer's biases in column 0 and weights.
  public var alpha: Matrix { list.value(of: α).transposed }

  /// β: K×(D+1), the output layer's biases in column 0 and weights.
  public var beta: Matrix { handout(beta: list.value(of: β)) }

  /// β or its gradient with the biases in column 0, from what the list has.
  func handout(beta: Matrix) -> Matrix {
    betaIsByOutputs ? DotProductLinear.withBiasesInFront(beta) : beta.transposed
  }

  /// Replaces α: D×(M+1) and β: K×(D+1).
  /// - Throws: `ShapeError` when a shape differs; then neither is replaced.
  public func setParameters(alpha: Matrix, beta: Matrix) throws(ShapeError) {
    for (name, value, shape) in [
      ("alpha", alpha, Shape(hidden, inputs + 1)), ("beta", beta, Shape(classes, hidden + 1)),
    ] where value.shape != shape {
      throw ShapeError("Network", "\(name) is \(value.shape), expected \(shape)")
    }
    try list.setValue(alpha.transposed, of: α)
    try list.setValue(
      betaIsByOutputs ? DotProductLinear.withBiasesBehind(beta) : beta.transposed, of: β)
  }

  /// A network of its own with the same modules and parameters, for `batch` examples at a time.
  func copy(batch: Int) throws(ShapeError) -> Network {
    let copy = try Network(
      inputs: inputs, hidden: hidden, classes: classes, batch: batch, modules)
    try copy.list.setValue(list.value(of: α), of: copy.α)
    try copy.list.setValue(list.value(of: β), of: copy.β)
    return copy
  }

  // MARK: A training step

  /// Evaluates the list for example `i`, as far as ``backward()`` needs it.
  /// - Throws: `ShapeError` when a module wrote an output of the wrong shape.
  public func forward(_ examples: Examples, _ i: Int) throws(ShapeError) {
    list.zeroGradients()
    load(examples, i)
    try list.forward(to: lastForTraining)
  }

  /// Computes the gradients of J for the example of the last ``forward(_:_:)``.
  /// - Throws: `ShapeError` when a module gave a gradient of the wrong shape.
  public func backward() throws(ShapeError) { try list.backward(from: loss) }

  /// A step of gradient descent: `α −= rate · ∂J/∂α`, `β −= rate · ∂J/∂β`.
  public func descend(rate: Double) {
    var descent = GradientDescent(rate: rate)
    descent.step(list)
  }

  /// Whether the gradients of the last ``backward()`` are numbers; if not, a step would ruin the
  /// parameters.
  public var gradientsAreFinite: Bool { list.gradientsAreFinite }

  /// Makes example `i`, or as many as the registers hold from there on, the values of x and y.
  func load(_ examples: Examples, _ i: Int) {
    list.load(x, row: i, of: examples.x)
    list.load(y, row: i, of: examples.y)
  }
}

extension Network: CustomStringConvertible {
  /// The hand-out's Algorithm 3, from the recorded list.
  public var description: String {
    let lines =
      ["procedure NNForward(Training example (x, y), Parameters α, β)"]
      + list.lines(suffix: "Forward") + [
        "o = object(x, a, z, b, ŷ, J)", "return intermediate quantities o",
      ]
    return lines.joined(separator: "\n  ")
  }
}
