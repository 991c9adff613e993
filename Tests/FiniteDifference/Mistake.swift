import Network
import GradientCheck
import Layers
import Testing

/// A mistake, and the checks among ``LayerCheck/all(_:softmaxCrossEntropy:)``
/// that must fail because of it; all others must pass.
struct Mistake: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let failing: [String]
  let checks: @Sendable () -> [LayerCheck]

  static func sigmoid(_ wrong: any UnaryModule, _ failing: [String] = ["Sigmoid", "Network"])
    -> Self
  {
    Mistake(testDescription: wrong.name, failing: failing) {
      LayerCheck.all(NetworkModules(sigmoid: wrong))
    }
  }

  static func softmax(_ wrong: any UnaryModule) -> Self {
    Mistake(testDescription: wrong.name, failing: ["Softmax", "Network"]) {
      LayerCheck.all(NetworkModules(softmax: wrong))
    }
  }

  static func linear(_ wrong: any BinaryModule, _ failing: [String] = ["Linear", "Network"]) -> Self
  {
    Mistake(testDescription: wrong.name, failing: failing) {
      LayerCheck.all(NetworkModules(linear: wrong))
    }
  }

  static func crossEntropy(
    _ wrong: any BinaryModule, _ failing: [String] = ["CrossEntropy", "Network"]
  ) -> Self {
    Mistake(testDescription: wrong.name, failing: failing) {
      LayerCheck.all(NetworkModules(crossEntropy: wrong))
    }
  }

  static func joined(_ wrong: any BinaryModule) -> Self {
    Mistake(testDescription: wrong.name, failing: ["SoftmaxCrossEntropy"]) {
      LayerCheck.all(softmaxCrossEntropy: wrong)
    }
  }
}

extension Mistake {
  static let all = softmaxes + sigmoids + wrongShapes + linears + losses
}
