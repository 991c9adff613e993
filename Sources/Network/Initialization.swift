/// How a network's parameters start.
public enum Initialization: Sendable, Equatable {
  /// RANDOM: weights from U[−0.1, 0.1], biases 0.
  ///
  /// The numbers are those of `numpy.random.RandomState(seed).uniform(-0.1, 0.1)`: first α's
  /// weights, D×M row by row, then β's, K×D.
  case random(seed: UInt32)
  /// ZERO: everything 0.
  case zero
}
