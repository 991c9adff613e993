import Graph
import Layers

/// Records the layers of a network.
struct Recording {
  let list: WengertList
  let architecture: Architecture
  let x: Register
  let parameters: [String: Register]
  let inputLayer: TitleNetwork.InputLayer?
  /// H₀ and c₀ of an LSTM.
  let firstStates: [Register]

  init(
    list: WengertList, architecture: Architecture, x: Register, parameters: [String: Register],
    inputLayer: TitleNetwork.InputLayer?, batch: Int
  ) {
    self.list = list
    self.architecture = architecture
    self.x = x
    self.parameters = parameters
    self.inputLayer = inputLayer
    let states = architecture.kind == .lstm ? ["H0", "c0"] : []
    firstStates = states.map { list.input($0, Shape(batch, architecture.hidden)) }
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
    guard let register = parameters[name] else { preconditionFailure("no parameter \(name)") }
    return register
  }
}
