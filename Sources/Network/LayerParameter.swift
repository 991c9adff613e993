import Graph
import Layers
import Operations

/// The parameter of one of a network's two layers, in the hand-out's shape and in the list's.
///
/// The hand-out has B×(A+1), the biases in column 0; so do files and all that is public.
/// ``Linear``, and any module in its place, takes the transpose; ``DotProductLinear`` the biases
/// behind the weights.
struct LayerParameter {
  /// The name in files and messages.
  let name: String
  /// The hand-out's shape.
  let shape: Shape
  let register: Register
  private let hasBiasesBehind: Bool

  /// Records the parameter `symbol` of `module`, a layer from `inputs` to `outputs`.
  init(
    _ name: String, _ symbol: String, of module: any BinaryModule, inputs: Int, outputs: Int,
    in list: WengertList
  ) {
    self.name = name
    shape = Shape(outputs, inputs + 1)
    hasBiasesBehind = module is DotProductLinear
    register = list.parameter(symbol, hasBiasesBehind ? shape : Shape(inputs + 1, outputs))
  }

  /// The hand-out's matrix for what the list holds: a value or a gradient.
  func handout(_ w: Matrix) -> Matrix {
    hasBiasesBehind ? DotProductLinear.withBiasesInFront(w) : w.transposed
  }

  /// What the list holds for the hand-out's matrix.
  func listed(_ ω: Matrix) -> Matrix {
    hasBiasesBehind ? DotProductLinear.withBiasesBehind(ω) : ω.transposed
  }
}
