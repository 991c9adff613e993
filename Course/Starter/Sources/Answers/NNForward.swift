import Harness
import Layers

/// Algorithm 3: the forward pass for one example.
///
///     a = Linear(x, α)    z = Sigmoid(a)    b = Linear(z, β)    ŷ = Softmax(b)    J = CrossEntropy(y, ŷ)
///
/// - `x: 1×M`, `y: 1×K`
/// - `alpha: D×(M+1)`, `beta: K×(D+1)`: biases in column 0
/// - `a`, `z: 1×D`; `b`, `ŷ: 1×K`; the loss is a number
///
/// A module's `forward(operands)` gives its output as a new matrix: `try Linear().forward(x, alpha)`.
/// What is given back is `Intermediates(x: x, a: a, z: z, b: b, ŷ: ŷ, loss: J[0, 0])`.
public func NNForward(
  x: Matrix, y: Matrix, alpha: Matrix, beta: Matrix
) throws -> Intermediates {
  // answer: a module after the other; J comes as a 1×1 matrix
  let a = try Linear().forward(x, alpha)
  let z = try Sigmoid().forward(a)
  let b = try Linear().forward(z, beta)
  let ŷ = try Softmax().forward(b)
  let J = try CrossEntropy().forward(y, ŷ)
  return Intermediates(x: x, a: a, z: z, b: b, ŷ: ŷ, loss: J[0, 0])
  // end
}
