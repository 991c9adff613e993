import Layers

extension Question {
  /// Q2: every gradient of `NNBackward`, and each module's by itself.
  ///
  /// The package's list fuses softmax and cross-entropy, so their own gradients show only in the
  /// last part, which is worth the most.
  static let backwardPass = Question(
    "Q2", "Backward pass",
    [
      backward("Q2.1", "α, β constant, x = 0", points: 2, "constant-zeros"),
      backward("Q2.2", "α, β constant, x = 1…5", points: 3, "constant-ramp"),
      backward("Q2.3", "α, β linspace(0, 1), x = 0", points: 3, "linspace-zeros"),
      backward("Q2.4", "α, β linspace(0, 1), x = 1…5", points: 3, "linspace-ramp"),
      backward("Q2.5", "α, β random, with biases", points: 3, "biased"),
      backward("Q2.6", "logits up to ±1e308", points: 1, "extreme"),
      Part("Q2.7", "each module on a batch", points: 10) { submission, files in
        try ModuleReference.all(submission, files).flatMap { $0.checkBackward() }
      },
    ])
}

private func backward(_ id: String, _ title: String, points: Double, _ folder: String) -> Part {
  Part(id, title, points: points) { submission, files in
    let reference = files.folder("pass/\(folder)")
    let gradients = try submission.backward(
      x: reference.matrix("x"), y: reference.matrix("y"), alpha: reference.matrix("alpha"),
      beta: reference.matrix("beta"))
    let quantities = [
      ("g_b", gradients.b, "g_b"), ("g_β", gradients.beta, "g_beta"), ("g_z", gradients.z, "g_z"),
      ("g_a", gradients.a, "g_a"), ("g_α", gradients.alpha, "g_alpha"),
    ]
    return try quantities.map { try reference.check($0, $1, $2, tolerance: passTolerance) }
  }
}
