import Graph
import Layers
import Learning

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
  /// What the layers compute.
  public let modules: NetworkModules

  let list: WengertList
  let α, β: LayerParameter
  let x, y, a, z, b, ŷ, loss: Register
  /// Where the forward pass of a training step may stop.
  private let lastForTraining: Register

  /// A network of these modules with all parameters zero, which takes `batch` examples at a time.
  ///
  /// The modules can be replaced by others of the same shapes, to try or to grade one's own: then
  /// exactly those run.
  /// - Throws: `ShapeError` when a module does not accept its operands.
  public init(
    inputs: Int, hidden: Int, classes: Int, batch: Int = 1,
    _ modules: NetworkModules = NetworkModules()
  ) throws(ShapeError) {
    (self.inputs, self.hidden, self.classes) = (inputs, hidden, classes)
    self.modules = modules
    list = WengertList(fusesLosses: modules.areQuick)
    x = list.input("x", Shape(batch, inputs))
    y = list.input("y", Shape(batch, classes))
    α = LayerParameter(
      "alpha", "α", of: modules.hidden, inputs: inputs, outputs: hidden, in: list)
    β = LayerParameter(
      "beta", "β", of: modules.output, inputs: hidden, outputs: classes, in: list)
    a = try list.record("a", modules.hidden, x, α.register)
    z = try list.record("z", modules.activation, a)
    b = try list.record("b", modules.output, z, β.register)
    ŷ = try list.record("ŷ", modules.softmax, b)
    loss = try list.record("J", modules.loss, y, ŷ)
    lastForTraining = list.lastNeeded(forBackwardFrom: loss)
    try expect(ŷ, "ŷ", of: modules.softmax, Shape(batch, classes))
    try expect(loss, "J", of: modules.loss, Shape(batch, 1))
  }

  private func expect(
    _ register: Register, _ name: String, of module: any Module, _ shape: Shape
  ) throws(ShapeError) {
    let found = list.value(of: register).shape
    guard found == shape else {
      throw ShapeError(module.name, "\(name) is \(found), expected \(shape)")
    }
  }

  // MARK: Parameters

  var parameters: [LayerParameter] { [α, β] }

  /// α: D×(M+1), the hidden layer's biases in column 0 and weights.
  public var alpha: Matrix { α.handout(list.value(of: α.register)) }

  /// β: K×(D+1), the output layer's biases in column 0 and weights.
  public var beta: Matrix { β.handout(list.value(of: β.register)) }

  /// Replaces α: D×(M+1) and β: K×(D+1).
  /// - Throws: `ShapeError` when a shape differs; then neither is replaced.
  public func setParameters(alpha: Matrix, beta: Matrix) throws(ShapeError) {
    let given = zip(parameters, [alpha, beta])
    for (parameter, ω) in given where ω.shape != parameter.shape {
      throw ShapeError(
        "Network", "\(parameter.name) is \(ω.shape), expected \(parameter.shape)")
    }
    for (parameter, ω) in given {
      try list.setValue(parameter.listed(ω), of: parameter.register)
    }
  }

  // MARK: A training step

  /// Evaluates the list for example `i`, the first of a batch, as far as ``backward()`` needs it.
  /// - Throws: `ShapeError` when the examples do not fit the network, or a module wrote an output of
  ///   the wrong shape.
  public func forward(_ examples: DataSet, _ i: Int) throws(ShapeError) {
    try expectToFit(examples)
    try forward(examples.x, examples.y, i)
  }

  /// The same for images and labels that are known to fit.
  func forward(_ images: Matrix, _ labels: Matrix, _ i: Int) throws(ShapeError) {
    list.zeroGradients()
    list.load(x, row: i, of: images)
    list.load(y, row: i, of: labels)
    try list.forward(to: lastForTraining)
  }

  /// Computes the gradients of J for the example of the last ``forward(_:_:)``.
  /// - Throws: `ShapeError` when a module gave a gradient of the wrong shape.
  public func backward() throws(ShapeError) { try list.backward(from: loss) }

  /// A step of gradient descent: `α −= rate · ∂J/∂α`, `β −= rate · ∂J/∂β`.
  public func descend(rate: Double) { list.descend(rate: rate) }

  /// Whether the gradients of the last ``backward()`` are numbers; if not, a step would ruin the
  /// parameters.
  public var gradientsAreFinite: Bool { list.gradientsAreFinite }
}

extension Network: CustomStringConvertible {
  /// The hand-out's Algorithm 3, from the recorded list, and which form its modules have.
  public var description: String {
    let lines =
      ["procedure NNForward(Training example (x, y), Parameters α, β)"]
      + list.lines(suffix: "Forward") + [
        "o = object(x, a, z, b, ŷ, J)", "return intermediate quantities o",
      ]
    return lines.joined(separator: "\n  ") + "\n" + modules.form
  }
}
