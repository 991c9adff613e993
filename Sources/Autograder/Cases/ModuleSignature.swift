import Formats
import Wire

/// A module's name on the wire, its operands and its output.
package struct ModuleSignature: Sendable {
  package let name: String
  package let operands: [String]
  package let output: String

  package static let linear = ModuleSignature(name: "linear", operands: ["a", "w"], output: "b")
  package static let sigmoid = ModuleSignature(name: "sigmoid", operands: ["a"], output: "b")
  package static let softmax = ModuleSignature(name: "softmax", operands: ["a"], output: "b")
  package static let crossEntropy = ModuleSignature(
    name: "cross_entropy", operands: ["y", "yhat"], output: "J")

  static let all = [linear, sigmoid, softmax, crossEntropy]
}

extension Request {
  /// A question about grids.
  package init(_ function: String, _ tensors: [Named<Grid>], texts: [Named<String>] = []) {
    self.init(function, texts: texts, tensors: tensors.map { $0.value.tensor($0.name) })
  }
}
