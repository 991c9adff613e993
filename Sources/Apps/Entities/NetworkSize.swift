import Entities

/// The most memory that a network may take.
let mostBytes = 4e9

extension Architecture {
  /// About how much memory a network of this size takes with its gradients.
  func bytes(batch: Int) -> Double {
    let (n, v, m, h) = (Double(batch), Double(vocabulary), Double(maxLength), Double(hidden))
    let numbers =
      switch kind {
      case .mlp: m * v * h + 4 * n * h
      // A step keeps its gates and the two products that they are the sum of, c, tanh(c) and H.
      // Two halves of the minibatch are learnt from in copies of the network.
      case .lstm: 3 * (4 * v * h + 4 * h * h) + 2 * m * n * (3 * 4 * h + 3 * h)
      }
    return 2 * 8 * numbers
  }
}
