import Graph
import Layers

/// Records a ``TitleNetwork``: what it is given, its parameters and its layers.
struct LayerRecorder {
  let list = WengertList()
  let architecture: Architecture
  let x, y: Register
  /// In the architecture's order.
  let parameters: [Register]
  /// H₀ and c₀ of an LSTM.
  let firstStates: [Register]
  private let inputLayer: TitleNetwork.InputLayer?

  init(_ architecture: Architecture, batch: Int, _ inputLayer: TitleNetwork.InputLayer?)
    throws(ShapeError)
  {
    self.architecture = architecture
    self.inputLayer = inputLayer
    let list = list
    x = list.input("x", Shape(batch, architecture.maxLength))
    y = list.input("y", Shape(batch, architecture.classes))
    parameters = architecture.parameters.map { list.parameter($0.name, $0.shape) }
    let states = architecture.kind == .lstm ? ["H0", "c0"] : []
    firstStates = states.map { list.input($0, Shape(batch, architecture.hidden)) }
    // Known to be all zeros, they cost no product.
    for state in firstStates { try list.setValue(list.value(of: state).sparse, of: state) }
  }

  /// P = softmax(O₂), O₂ = relu(O₁W₂ + b₂), where O₁ is the hidden layer of an MLP or the last H of
  /// an LSTM.
  func outputs() throws(ShapeError) -> Register {
    let hidden = try architecture.kind == .mlp ? perceptron() : lastState()
    let b = try list.record("O1·W2", Linear(), hidden, parameter("W2"))
    return try list.record("outputs", Softmax(), try list.record("O2", ReLU(), b))
  }

  /// O₁ = relu(XW₁ + b₁), X the one-hot rows of all characters side by side.
  private func perceptron() throws(ShapeError) -> Register {
    let a = try characters(0..<architecture.maxLength, "X·W1", parameter("W1"))
    return try list.record("O1", ReLU(), a)
  }

  /// H_M of an LSTM that reads X_M first and X₁ last, so that the last characters read are never
  /// padding.
  private func lastState() throws(ShapeError) -> Register {
    var (h, c) = (firstStates[0], firstStates[1])
    for (step, position) in (0..<architecture.maxLength).reversed().enumerated() {
      let fromX = try characters(
        position..<position + 1, "X\(position + 1)·W", parameter("W"))
      let next = try LSTMStep(list, fromX: fromX, h: h, c: c, u: parameter("U"), number: step + 1)
      (h, c) = (next.h, next.c)
    }
    return h
  }

  /// `name = [1 X] W` for the one-hot rows X of the characters at some positions.
  private func characters(
    _ positions: Range<Int>, _ name: String, _ w: Register
  ) throws(ShapeError) -> Register {
    if let inputLayer { return try inputLayer(list, name, positions, w) }
    let layer = OneHotLinear(vocabulary: architecture.vocabulary, positions: positions)
    return try list.record(name, layer, x, w)
  }

  private func parameter(_ name: String) -> Register {
    guard let index = architecture.parameters.firstIndex(where: { $0.name == name }) else {
      preconditionFailure("no parameter \(name)")
    }
    return parameters[index]
  }
}
