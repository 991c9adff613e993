import Formats
import Layers
import Wire

/// A module in its role on the wire: what its operands and its output are called there.
///
/// On the wire ω is the hand-out's, B×(A+1), whatever the module's ``ParameterLayout``.
struct ModuleRole {
  private let module: any Module
  /// The operands' names, in the module's order.
  private let operands: [String]
  private let output: String
  /// What is asked of the module: nothing for its value, else `backward` or `step`.
  private let request: String
  private let layout: ParameterLayout

  /// The module that a function's name begins with; nil where that is none.
  init?(_ function: String, of submission: any Submission) {
    let words = function.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let asks = words.count == 1 ? "" : words[1...].joined(separator: ".")
    let layout = submission.parameterLayout
    switch words[0] {
    case "linear": self.init(submission.linear, ["a", "w"], "b", asks, layout)
    case "sigmoid": self.init(submission.sigmoid, ["a"], "b", asks, layout)
    case "softmax": self.init(submission.softmax, ["a"], "b", asks, layout)
    case "cross_entropy": self.init(submission.crossEntropy, ["y", "yhat"], "J", asks, layout)
    default: return nil
    }
  }

  private init?(
    _ module: any Module, _ operands: [String], _ output: String, _ request: String,
    _ layout: ParameterLayout
  ) {
    (self.module, self.operands, self.output) = (module, operands, output)
    (self.request, self.layout) = (request, layout)
    let isLinear = operands.contains("w")
    guard ["", "backward"].contains(request) || isLinear && request == "step" else { return nil }
  }

  func answer(_ request: Request) throws -> SafetensorsFile.Tensor {
    switch self.request {
    case "backward": try backward(request)
    case "step": try step(request)
    default: try forward(request)
    }
  }

  /// Every element is to be overwritten: what is not is no number.
  private func forward(_ request: Request) throws -> SafetensorsFile.Tensor {
    let operands = try values(request)
    var b = Matrix(try module.shape(operands.map(\.shape)))
    b.fill(.nan)
    Operands.lend(operands) { module.forward($0, into: &b) }
    return b.tensor(output)
  }

  private func backward(_ request: Request) throws -> SafetensorsFile.Tensor {
    let operand = try request.word("of")
    guard let k = operands.firstIndex(of: operand) else {
      throw IncompleteRequest(description: "there is no operand \(quoted(operand))")
    }
    var gradient = try listed(operand, request.matrix("g_" + operand))
    let (b, gB) = try (request.matrix(output), request.matrix("g_" + output))
    try Operands.lend(values(request)) {
      module.backward($0, b, gB, adding: &gradient, of: k)
    }
    return listed(operand, gradient).tensor("g_" + operand)
  }

  private func step(_ request: Request) throws -> SafetensorsFile.Tensor {
    let (a, gB) = try (request.matrix("a"), request.matrix("g_b"))
    var w = listed("w", try request.matrix("w"))
    let scale = try request.number("scale")
    if let module = module as? any ParameterModule {
      module.accumulate(scale, a, gB, adding: &w)
    } else {
      w.add(try module.backward([a, w], gB, gB)[1], times: scale)
    }
    return listed("w", w).tensor("w")
  }

  private func values(_ request: Request) throws -> [Matrix] {
    try operands.map { listed($0, try request.matrix($0)) }
  }

  /// An operand or its gradient in the other layout: the wire's for the module's, and back.
  private func listed(_ operand: String, _ matrix: Matrix) -> Matrix {
    operand == "w" && layout == .rowPerInput ? matrix.transposed : matrix
  }
}
