import SwiftLayers

/// README's network of two hidden layers.
/// - Returns: the share of the letters that it reads right after learning from them.
func deepNetwork(_ letters: DataSet) throws -> Double {
  var random = RandomState(seed: 0)
  let net = WengertList()
  let (x, y) = (net.input("x", Shape(50, 128)), net.input("y", Shape(50, 10)))
  let z1 = try net.record("z1", Sigmoid(), net.linear("a1", x, units: 100, &random))
  let z2 = try net.record("z2", Sigmoid(), net.linear("a2", z1, units: 50, &random))
  let ŷ = try net.record("ŷ", Softmax(), net.linear("b", z2, units: 10, &random))
  let loss = try net.record("loss", Mean(), net.record("J", CrossEntropy(), y, ŷ))
  var descent = GradientDescent(rate: 0.5, momentum: 0.9)
  for _ in 0..<20 {
    for batch in Minibatches(letters, order: random.permutation(letters.count), size: 50) {
      try descent.learn(loss, on: net, from: [x: batch.x, y: batch.y])
    }
  }

  let read = try letters.batches(of: 50).flatMap { batch in
    try net.setValue(batch.x, of: x)
    try net.forward(to: ŷ)
    return net.value(of: ŷ).argmaxOfRows
  }
  return Double(zip(read, letters.labels).count { $0 == $1 }) / Double(letters.count)
}
