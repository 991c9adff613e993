import Layers

/// The modules of a ``Network``, in order of evaluation.
public struct NetworkModules: Sendable {
  /// `a = α x`, the affine map of the hidden layer.
  public var hidden: any BinaryModule = Linear()
  /// `z = σ(a)`.
  public var activation: any UnaryModule = Sigmoid()
  /// `b = β z`, the affine map of the output layer: the quicker twin of ``Linear`` for few outputs.
  public var output: any BinaryModule = DotProductLinear()
  /// `ŷ = softmax(b)`.
  public var softmax: any UnaryModule = Softmax()
  /// `J = −yᵀ log ŷ`.
  public var loss: any BinaryModule = CrossEntropy()

  /// The package's modules and others in the place of some; `linear` is the map of both layers.
  public init(
    linear: (any BinaryModule)? = nil, sigmoid: any UnaryModule = Sigmoid(),
    softmax: any UnaryModule = Softmax(), crossEntropy: any BinaryModule = CrossEntropy()
  ) {
    if let linear { (hidden, output) = (linear, linear) }
    (activation, self.softmax, loss) = (sigmoid, softmax, crossEntropy)
  }

  /// The examples that an evaluation computes at a time.
  ///
  /// A single one leaves the processor waiting for each layer's result. Modules from elsewhere, a
  /// student's, get one at a time, as in training.
  var evaluationBatch: Int {
    let areOwn =
      hidden is Linear && activation is Sigmoid && (output is Linear || output is DotProductLinear)
      && softmax is Softmax && loss is CrossEntropy
    return areOwn ? 64 : 1
  }
}
