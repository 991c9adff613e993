import GradientCheck
import Layers
import Testing

/// The check of an operation, right or altered.
struct OperationCheck: CustomTestStringConvertible, Sendable {
  let right: any Module
  let domains: [Domain]
  let shapes: [[Shape]]?

  init(_ right: any Module, _ domains: Domain..., shapes: [[Shape]]? = nil) {
    self.right = right
    self.domains = domains
    self.shapes = shapes
  }

  var testDescription: String { right.name }

  /// Checks the right module, or one that stands for it.
  func run(_ seed: UInt32, _ module: (any Module)? = nil) -> GradientReport {
    checkGradients(of: module ?? right, domains: domains, shapes: shapes, seed: seed)
  }
}

/// A module with a mistake in the gradient of one of its operands.
struct Mistaken: Module {
  let right: any Module
  let mistake: GeneralMistake
  let operand: Int

  var name: String { right.name }
  var operandNames: [String] { right.operandNames }
  func shape(_ operands: [Shape]) throws(ShapeError) -> Shape { try right.shape(operands) }
  func forward(_ operands: Operands, into b: inout Matrix) { right.forward(operands, into: &b) }

  func backward(
    _ operands: Operands, _ b: Matrix, _ gB: Matrix, adding gradient: inout Matrix, of index: Int
  ) {
    if index != operand { return right.backward(operands, b, gB, adding: &gradient, of: index) }
    mistake.apply(to: &gradient) { right.backward(operands, b, gB, adding: &$0, of: index) }
  }
}

/// What may be wrong with any gradient.
enum GeneralMistake: CaseIterable {
  case overwrites, missing, doubled, subtracted, slightlyOff

  /// Adds a gradient in this wrong way.
  func apply(to gradient: inout Matrix, _ add: (inout Matrix) -> Void) {
    var contribution = Matrix(gradient.shape)
    add(&contribution)
    switch self {
    case .overwrites: gradient = contribution
    case .missing: break
    case .doubled: gradient.add(contribution, times: 2)
    case .subtracted: gradient.add(contribution, times: -1)
    case .slightlyOff: gradient.add(contribution, times: 1 + 1e-8)
    }
  }
}
