import Layers

/// One of the submission's modules beside what it should give for a batch of four rows, with a
/// random upstream gradient.
struct ModuleReference {
  private let name: String
  private let forward: () throws -> Matrix
  private let b: Matrix
  private let gradients: [Gradient]

  private struct Gradient {
    let name: String
    let expected: Matrix
    let add: (inout Matrix) -> Void
  }

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

  private init(_ name: String, _ module: any UnaryModule, _ folder: ReferenceFolder) throws {
    let (a, b, gB) = try (folder.matrix("a"), folder.matrix("b"), folder.matrix("g_b"))
    self.name = name
    self.b = b
    forward = { try module.forward(a) }
    gradients = [
      Gradient(name: "g_a", expected: try folder.matrix("g_a")) {
        module.backward(a, b, gB, adding: &$0)
      }
    ]
  }

  /// - Parameter transposesW: whether the file holds the hand-out's ω and the module takes ωᵀ.
  private init(
    _ name: String, _ module: any BinaryModule, _ folder: ReferenceFolder,
    transposesW: Bool = false
  ) throws {
    func operand(_ name: String) throws -> Matrix {
      let matrix = try folder.matrix(name)
      return transposesW ? matrix.transposed : matrix
    }
    let (a, w) = try (folder.matrix("a"), operand("w"))
    let (b, gB) = try (folder.matrix("b"), folder.matrix("g_b"))
    self.name = name
    self.b = b
    forward = { try module.forward(a, w) }
    gradients = [
      Gradient(name: "g_a", expected: try folder.matrix("g_a")) {
        module.backward(a, w, b, gB, addingA: &$0)
      },
      Gradient(name: "g_w", expected: try operand("g_w")) {
        module.backward(a, w, b, gB, addingW: &$0)
      },
    ]
  }

  /// Checks the output. What the module throws fails this check only.
  func checkForward() -> Check {
    do {
      let failure = difference(try forward(), from: b, tolerance: passTolerance)
      return Check(name, failure: failure)
    } catch {
      return Check(name, failure: "threw \(error)")
    }
  }

  /// Checks each operand's gradient, and that a second call adds to it.
  func checkBackward() -> [Check] {
    gradients.map { gradient in
      var found = Matrix(gradient.expected.shape)
      var expected = gradient.expected
      gradient.add(&found)
      var failure = difference(found, from: expected, tolerance: passTolerance)
      if failure == nil {
        gradient.add(&found)
        expected.add(1, gradient.expected)
        failure = difference(found, from: expected, tolerance: passTolerance)
          .map { "a second call does not add to the gradient: \($0)" }
      }
      return Check("\(name) \(gradient.name)", failure: failure)
    }
  }
}
