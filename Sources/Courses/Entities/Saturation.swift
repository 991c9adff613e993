import Graph
import Layers
import Operations
import Random

/// How far a unit y = tanh(x · w) is from where it can learn, at the start of training.
///
/// The gradient of a weight is (1 − y²) xᵢ. Where |y| is near 1 it vanishes: the unit is saturated.
/// For n inputs and weights from U[0, a], x · w has the mean a/2 Σ xᵢ:
///
/// - a **one-hot** x picks one weight, so y = tanh(w) ≤ tanh(a): any a ≤ 1 will do;
/// - of n **small** inputs ε the sum is about a n ε / 2;
/// - of n **big** inputs, about 1 each, it is about a n / 2 (500 a for n = 1000): a unit of a = 1
///   is saturated beyond what 64 bits can tell, and one of a = 2/n ends at tanh(1).
///
/// So the scale that keeps a unit out of saturation is a ≲ 2 / Σ |xᵢ|: it falls with the number of
/// inputs that are not zero, which is what Glorot's initialisation does with 1/√n, for weights of
/// either sign, whose sum grows with √n only.
///
/// - Parameters:
///   - inputs: x, one number per weight.
///   - scale: a; weights are drawn from U[0, a].
/// - Returns: 1 − y², the share of the gradient that gets through: 1 at best, 0 when saturated.
public func tanhGradient(
  _ inputs: [Double], weightsUpTo scale: Double, _ random: inout RandomState
) -> Double {
  let x = Matrix(row: inputs)
  var w = Matrix(rows: inputs.count, columns: 1)
  w.draw(.uniform(0, scale), &random)
  var (sum, y, gradient) = (Matrix(Shape(1, 1)), Matrix(Shape(1, 1)), Matrix(Shape(1, 1)))
  var one = gradient
  one.fill(1)
  MatrixProduct().forward(x, w, into: &sum)
  Tanh().forward(sum, into: &y)
  Tanh().backward(sum, y, one, adding: &gradient)
  return gradient[0, 0]
}
