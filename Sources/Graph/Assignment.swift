import Layers

/// One line of a ``WengertList``: `output = module(operands)`.
///
/// Not copyable, like ``Cell``: a copy of its module at every pass would cost as much as a call.
struct Assignment: ~Copyable {
  /// How the output is computed from its operands, and their gradients from its own.
  enum Rule: ~Copyable {
    case unary(any UnaryModule, CellPointer)
    case binary(any BinaryModule, CellPointer, CellPointer)
    /// A layer and its parameter `w`. A parameter that is used once is changed in place, and its
    /// gradient, a large outer product, is never stored.
    case layer(any ParameterModule, CellPointer, w: CellPointer)
    /// `J = CrossEntropy(y, ŷ)` where `ŷ = Softmax(b)`: the gradient goes straight to `b`, as
    /// ŷ − y, and the loss comes from the logits, so that neither underflows.
    case softmaxCrossEntropy(y: CellPointer, ŷ: CellPointer, b: CellPointer)
  }

  let rule: Rule
  let output: CellPointer

  init(rule: consuming Rule, output: CellPointer) {
    self.rule = rule
    self.output = output
  }
}

/// Where an assignment lies. The list owns them; their addresses stay the same while it lives.
typealias AssignmentPointer = UnsafeMutablePointer<Assignment>

extension Assignment.Rule {
  var moduleName: String {
    switch self {
    case .unary(let module, _): module.name
    case .binary(let module, _, _): module.name
    case .layer(let module, _, _): module.name
    case .softmaxCrossEntropy: CrossEntropy().name
    }
  }

  /// The parameter of a layer.
  var parameter: CellPointer? {
    switch self {
    case .layer(_, _, let w): w
    default: nil
    }
  }

  /// The operand that is read, but whose gradient is left out.
  var bypassed: CellPointer? {
    switch self {
    case .softmaxCrossEntropy(_, let ŷ, _): ŷ
    default: nil
    }
  }

  /// The logits, if this is a softmax.
  var operandOfSoftmax: CellPointer? {
    switch self {
    case .unary(let module, let a): module is Softmax ? a : nil
    default: nil
    }
  }

  /// The operands as they were recorded.
  var operands: [CellPointer] {
    switch self {
    case .unary(_, let a): [a]
    case .binary(_, let a, let w): [a, w]
    case .layer(_, let a, let w): [a, w]
    case .softmaxCrossEntropy(let y, let ŷ, _): [y, ŷ]
    }
  }
}

extension Assignment {
  /// As the hand-out writes it, for example `a = LinearForward(x, α)`.
  var description: String {
    let operands = rule.operands.map { $0.pointee.name }.joined(separator: ", ")
    return "\(output.pointee.name) = \(rule.moduleName)Forward(\(operands))"
  }
}
