import Layers
import Operations

/// The modules of a ``Network``, in order of evaluation.
public struct NetworkModules: Sendable {
  /// `a = α x`, the affine map of the hidden layer.
  public let hidden: any BinaryModule
  /// `z = σ(a)`.
  public let activation: any UnaryModule
  /// `b = β z`, the affine map of the output layer.
  public let output: any BinaryModule
  /// `ŷ = softmax(b)`.
  public let softmax: any UnaryModule
  /// `J = −yᵀ log ŷ`.
  public let loss: any BinaryModule
  /// Whether this is the package's quick form.
  public let areQuick: Bool

  /// The package's own modules in their quick form: ``DotProductLinear``, the twin of ``Linear`` for
  /// few outputs, in the output layer, and the loss fused with the softmax.
  public init() {
    (hidden, activation, output) = (Linear(), Sigmoid(), DotProductLinear())
    (softmax, loss, areQuick) = (Softmax(), CrossEntropy(), true)
  }

  /// Exactly these modules, `linear` in both layers: no twin, and nothing is fused.
  public init(
    linear: any BinaryModule = Linear(), sigmoid: any UnaryModule = Sigmoid(),
    softmax: any UnaryModule = Softmax(), crossEntropy: any BinaryModule = CrossEntropy()
  ) {
    (hidden, activation, output) = (linear, sigmoid, linear)
    (self.softmax, loss, areQuick) = (softmax, crossEntropy, false)
  }

  /// The package's own modules, each as its file has it.
  public static let asWritten = NetworkModules(linear: Linear())

  /// The examples that an evaluation computes at a time.
  ///
  /// A single one leaves the processor waiting for each layer's result. Modules that were given, a
  /// student's, get one at a time, as in training.
  var evaluationBatch: Int { areQuick ? 64 : 1 }

  /// The modules' names, which tell those of one's own from the package's.
  var names: String {
    [hidden.name, activation.name, output.name, softmax.name, loss.name].joined(separator: ", ")
  }

  /// What a printed network says of them.
  var form: String {
    areQuick
      ? "quick form: β through DotProductLinear, J fused with ŷ"
      : "modules as given: one in both layers, nothing fused"
  }
}
