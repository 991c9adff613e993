import Graph
import Layers
import Operations

/// One step of an LSTM, with the four gates side by side:
///
///     i, f, o = σ(X W + H U + b)      c = f ⊙ c + i ⊙ c̃
///     c̃ = tanh(X W + H U + b)         H = o ⊙ tanh(c)
///
/// X: N×V; H, c: N×H, 0 at first; the gates: N×4H in the order i, f, o, c̃. Source: S. Hochreiter,
/// J. Schmidhuber, "Long Short-Term Memory" (1997), with the forget gate of F. Gers et al. (2000),
/// as the assignment has it.
struct LSTMStep {
  /// H and c after the step.
  let h, c: Register

  /// Records step `number`; `fromX` is X W + b.
  init(
    _ list: WengertList, fromX: Register, h: Register, c: Register, u: Register, number t: Int
  ) throws(ShapeError) {
    let fromH = try list.record("H\(t - 1)·U", MatrixProduct(), h, u)
    let gates = try list.record("gates\(t)", LSTMGates(), fromX, fromH)
    self.c = try list.record("c\(t)", LSTMCell(), gates, c)
    let tanhC = try list.record("tanh(c\(t))", Tanh(), self.c)
    self.h = try list.record("H\(t)", LSTMOutput(), gates, tanhC)
  }
}
