import Graph
import Layers
import Operations

/// Records the layers of a ``TitleNetwork``.
struct TitleLayers {
  let list: WengertList
  let architecture: Architecture
  let x: Register

  /// P = softmax(O₂), O₂ = relu(O₁W₂ + b₂), where O₁ is the hidden layer of an MLP or the last H of
  /// an LSTM.
  func outputs(_ hidden: Register, _ w2: Register) throws(ShapeError) -> Register {
    let b = try list.record("O1·W2", Linear(), hidden, w2)
    return try list.record("outputs", Softmax(), try list.record("O2", ReLU(), b))
  }

  /// O₁ = relu(XW₁ + b₁), X the one-hot rows of all characters side by side.
  func perceptron(_ w1: Register) throws(ShapeError) -> Register {
    let a = try characters(0..<architecture.maxLength, "X·W1", w1)
    return try list.record("O1", ReLU(), a)
  }

  /// H_M of an LSTM that reads X_M first and X₁ last, so that the last characters read are never
  /// padding; `states` are H₀ and c₀.
  func lastState(
    after states: [Register], _ w: Register, _ u: Register
  ) throws(ShapeError) -> Register {
    var (h, c) = (states[0], states[1])
    for (step, position) in (0..<architecture.maxLength).reversed().enumerated() {
      let fromX = try characters(position..<position + 1, "X\(position + 1)·W", w)
      let next = try LSTMStep(list, fromX: fromX, h: h, c: c, u: u, number: step + 1)
      (h, c) = (next.h, next.c)
    }
    return h
  }

  /// `name = [1 X] W` for the one-hot rows X of the characters at some positions.
  private func characters(
    _ positions: Range<Int>, _ name: String, _ w: Register
  ) throws(ShapeError) -> Register {
    let layer = OneHotLinear(vocabulary: architecture.vocabulary, positions: positions)
    return try list.record(name, layer, x, w)
  }
}
