import Layers

/// One of the submission's modules beside what it should give for a batch of four rows, with a
/// random upstream gradient.
struct ModuleReference {
  private let name: String
  private let module: any Module
  private let operands: [Matrix]
  private let b, gB: Matrix
  /// The operands' gradients.
  private let gradients: [Matrix]

  /// The five modules of the OCR system.
  static func all(
    _ submission: any Submission, _ files: ReferenceFiles
  ) throws -> [ModuleReference] {
    func folder(_ name: String) -> ReferenceFolder { files.folder("layers/\(name)") }
    return try [
      ModuleReference("Linear", submission.linear, folder("linear"), transposesW: true),
      ModuleReference("Sigmoid", submission.sigmoid, folder("sigmoid")),
      ModuleReference("Softmax", submission.softmax, folder("softmax")),
      ModuleReference("CrossEntropy", submission.crossEntropy, folder("cross-entropy")),
      ModuleReference(
        "SoftmaxCrossEntropy", submission.softmaxCrossEntropy, folder("softmax-cross-entropy")),
    ]
  }

  /// - Parameter transposesW: whether the file holds the hand-out's ω and the module takes ωᵀ.
  private init(
    _ name: String, _ module: any Module, _ folder: ReferenceFolder, transposesW: Bool = false
  ) throws {
    func matrix(_ name: String, of operand: String) throws -> Matrix {
      let matrix = try folder.matrix(name)
      return transposesW && operand == "w" ? matrix.transposed : matrix
    }
    self.name = name
    self.module = module
    operands = try module.operandNames.map { try matrix($0, of: $0) }
    gradients = try module.operandNames.map { try matrix("g_\($0)", of: $0) }
    (b, gB) = try (folder.matrix("b"), folder.matrix("g_b"))
  }

  /// Checks the output. What the module throws fails this check only.
  func checkForward() -> Check {
    do {
      let failure = difference(try module.forward(operands), from: b, tolerance: passTolerance)
      return Check(name, failure: failure)
    } catch {
      return Check(name, failure: "threw \(error)")
    }
  }

  /// Checks each operand's gradient, and that a second call adds to it.
  func checkBackward() -> [Check] {
    zip(module.operandNames, gradients).enumerated().map { k, gradient in
      var found = Matrix(gradient.1.shape)
      var expected = gradient.1
      func add() {
        Operands.lend(operands) { module.backward($0, b, gB, adding: &found, of: k) }
      }
      add()
      var failure = difference(found, from: expected, tolerance: passTolerance)
      if failure == nil {
        add()
        expected.add(gradient.1)
        failure = difference(found, from: expected, tolerance: passTolerance)
          .map { "a second call does not add to the gradient: \($0)" }
      }
      return Check("\(name) g_\(gradient.0)", failure: failure)
    }
  }
}
