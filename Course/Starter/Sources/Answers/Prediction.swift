import Harness
import Layers

/// The label of each row of `x: N×M`: the class with the largest probability, the lowest of equals.
///
/// - `alpha: D×(M+1)`, `beta: K×(D+1)`: biases in column 0
public func prediction(x: Matrix, alpha: Matrix, beta: Matrix) throws -> [Int] {
  // answer: the modules take all rows at once; of equal probabilities the first is not passed over
  let z = try Sigmoid().forward(Linear().forward(x, alpha))
  let ŷ = try Softmax().forward(Linear().forward(z, beta))
  return (0..<ŷ.rows).map { n in
    var best = 0
    for k in 1..<ŷ.columns where ŷ[n, k] > ŷ[n, best] { best = k }
    return best
  }
  // end
}
