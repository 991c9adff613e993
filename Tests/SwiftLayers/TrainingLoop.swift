import SwiftLayers

/// README's training loop, by hand.
func trainOnce(_ network: Network, on training: DataSet, rate γ: Double) throws {
  for i in 0..<training.count {  // in file order: the hand-out forbids shuffling
    try network.forward(training, i)
    try network.backward()
    network.descend(rate: γ)
  }
}
