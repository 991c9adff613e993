import SwiftLayers

@MainActor func learn(_ letters: DataSet, _ test: DataSet) async throws -> Network {
  let snapshot = try await Task.detached {
    let network = try Network(inputs: 128, hidden: 50, classes: 10)
    try network.initialize(.random(seed: 0))
    try network.train(letters, validation: test, epochs: 30, rate: 0.01)
    return network.snapshot
  }.value
  return try Network(snapshot)
}

/// The error rate of what was learnt elsewhere.
@MainActor func readingOnTheMainActor(_ letters: DataSet, _ test: DataSet) async throws -> Double {
  try await learn(letters, test).evaluate(test).errorRate
}
