import Operations
import SwiftLayers

/// README's network of two hidden layers.
/// - Returns: the share of the test letters that it reads right.
func deepNetwork(_ letters: DataSet, _ test: DataSet) throws -> Double {
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

  print(net)
  print(checkGradients(of: loss, on: net, by: [net.parameters[2]]))  // of b
  let read = try net.values(of: ŷ, for: x, rows: test.x).argmaxOfRows
  let right = zip(read, test.labels).count { $0 == $1 }
  return Double(right) / Double(test.count)
}
