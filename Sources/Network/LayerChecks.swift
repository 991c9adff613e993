import GradientCheck
import Layers

extension LayerCheck {
  /// The checks of the OCR system's layers and of the network they make, in order of evaluation.
  ///
  /// Each layer can be replaced by another in its role, to check or to grade one's own.
  public static func all(
    _ modules: NetworkModules = NetworkModules(),
    softmaxCrossEntropy: any BinaryModule = SoftmaxCrossEntropy()
  ) -> [LayerCheck] {
    [
      LayerCheck(name: "Linear") { checkGradients(of: modules.hidden, seed: $0) },
      LayerCheck(name: "Sigmoid") { checkGradients(of: modules.activation, seed: $0) },
      LayerCheck(name: "Softmax") { checkGradients(of: modules.softmax, seed: $0) },
      LayerCheck(name: "CrossEntropy") {
        checkGradients(of: modules.loss, domains: [.target, .probabilities], seed: $0)
      },
      LayerCheck(name: "SoftmaxCrossEntropy") {
        checkGradients(of: softmaxCrossEntropy, domains: [.target, .real], seed: $0)
      },
      LayerCheck(name: "Network") { seed in
        GradientReport(name: "Network", tolerance: 0) { report in
          let network = try Network(inputs: 128, hidden: 6, classes: 10, modules)
          report = checkGradients(of: network, seed: seed)
        }
      },
    ]
  }
}
