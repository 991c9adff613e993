import Graph
import Layers
import Learning
import Operations

/// A network that says what kind of thing has a name, from its characters, recorded on a Wengert
/// list for N titles at a time.
///
/// `print(network)` shows the list.
///
/// Source: CMU 10-605, assignment "Autodiff" (character-level entity classification).
public final class TitleNetwork {
  /// The sizes.
  public let architecture: Architecture
  /// N, the rows of a minibatch.
  public let batch: Int

  /// Asked before each operation, by the thread that is about to carry it out; true ends a pass there,
  /// which then means nothing. Once it is true, it stays so.
  var isInterrupted: @Sendable () -> Bool = { false }

  let list = WengertList()
  let x, y, outputs, loss: Register
  let parameters: [Register]
  /// H₀ and c₀ of an LSTM, which stay 0.
  let firstStates: [Register]

  /// A network with all parameters zero.
  /// - Throws: `ShapeError` never for sizes of at least 1.
  public init(_ architecture: Architecture, batch: Int) throws(ShapeError) {
    self.architecture = architecture
    self.batch = batch
    let list = list
    x = list.input("x", Shape(batch, architecture.maxLength))
    y = list.input("y", Shape(batch, architecture.classes))
    parameters = architecture.parameters.map { list.parameter($0.name, $0.shape) }
    let states = architecture.kind == .lstm ? ["H0", "c0"] : []
    // Known to be all zeros, they cost no product.
    let zeros = Matrix(rows: batch, columns: architecture.hidden).sparse
    firstStates = states.map { list.input($0, zeros) }
    let layers = TitleLayers(list: list, architecture: architecture, x: x)
    let hidden =
      switch architecture.kind {
      case .mlp: try layers.perceptron(parameters[0])
      case .lstm: try layers.lastState(after: firstStates, parameters[0], parameters[1])
      }
    outputs = try layers.outputs(hidden, parameters[parameters.count - 1])
    loss = try list.record("loss", Mean(), try list.record("J", CrossEntropy(), y, outputs))
  }

  /// Makes batch `k` the values of x and y, without a copy.
  func load(_ batches: Minibatches, _ k: Int) {
    list.zeroGradients()
    list.load(x, row: k * batch, of: batches.x)
    list.load(y, row: k * batch, of: batches.y)
  }

  /// Evaluates the list; returns the mean cross-entropy of the minibatch.
  func forward() throws(ShapeError) -> Double {
    try list.forward(to: loss, until: isInterrupted)
    return list.value(of: loss)[0, 0]
  }

  /// Computes the gradients of the loss.
  func backward() throws(ShapeError) { try list.backward(from: loss, until: isInterrupted) }

  /// One step of gradient descent; returns the loss before it.
  func step(_ batches: Minibatches, _ k: Int, rate: Double) throws(ShapeError) -> Double {
    load(batches, k)
    let loss = try forward()
    try backward()
    if isInterrupted() { return loss }
    var descent = GradientDescent(rate: rate)
    descent.step(list)
    return loss
  }

  /// The parameters' values, in the architecture's order; biases are in row 0.
  var values: [Matrix] { parameters.map { list.value(of: $0) } }

  /// Replaces all parameters, in the architecture's order.
  /// - Throws: `ShapeError` when a shape differs.
  func setValues(_ values: [Matrix]) throws(ShapeError) {
    for (register, value) in zip(parameters, values) { try list.setValue(value, of: register) }
  }
}

extension TitleNetwork: CustomStringConvertible {
  /// The recorded list, an assignment a line.
  public var description: String { list.description }
}
