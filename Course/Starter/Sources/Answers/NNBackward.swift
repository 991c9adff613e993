import Harness
import Layers

/// Algorithm 4: the backward pass for one example, the forward pass read from its end.
///
/// - `x`, `y`, `alpha`, `beta`: as in `NNForward`
/// - `o`: what `NNForward` gave for them
/// - the gradients have the shapes of what they are gradients of
///
/// A module's `backward` gives the gradients of its operands: `try Sigmoid().backward(o.a, o.z, gZ)` is gA,
/// and `try Linear().backward(x, alpha, o.a, gA)` is a pair, of the input and of the parameters. What is given
/// back is `Gradients(alpha: gAlpha, beta: gBeta, b: gB, z: gZ, a: gA)`.
public func NNBackward(
  x: Matrix, y: Matrix, alpha: Matrix, beta: Matrix, after o: Intermediates
) throws -> Gradients {
  // answer: ∂J/∂J is 1; of softmax and loss together there is a simpler gradient, ∂J/∂b = ŷ − y, which
  // stays right where ŷ is 0
  var gB = o.ŷ
  gB.add(y, times: -1)
  let (gZ, gBeta) = try Linear().backward(o.z, beta, o.b, gB)
  let gA = try Sigmoid().backward(o.a, o.z, gZ)
  let (_, gAlpha) = try Linear().backward(x, alpha, o.a, gA)
  return Gradients(alpha: gAlpha, beta: gBeta, b: gB, z: gZ, a: gA)
  // end
}
