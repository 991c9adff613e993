import Layers

/// The accepted error of a single pass, relative to the largest entry.
let passTolerance = 1e-12

extension Question {
  /// Q1: every intermediate quantity of `NNForward`, and each module by itself.
  static let forwardPass = Question(
    "Q1", "Forward pass",
    [
      forward("Q1.1", "α, β constant, x = 0", points: 3, "constant-zeros"),
      forward("Q1.2", "α, β constant, x = 1…5", points: 3, "constant-ramp"),
      forward("Q1.3", "α, β linspace(0, 1), x = 0", points: 3, "linspace-zeros"),
      forward("Q1.4", "α, β linspace(0, 1), x = 1…5", points: 3, "linspace-ramp"),
      forward("Q1.5", "α, β random, with biases", points: 3, "biased"),
      forward("Q1.6", "logits up to ±1e308", points: 2, "extreme"),
      Part("Q1.7", "each module on a batch", points: 3) { submission, files in
        try ModuleReference.all(submission, files).map { $0.checkForward() }
      },
    ])
}

private func forward(_ id: String, _ title: String, points: Double, _ folder: String) -> Part {
  Part(id, title, points: points) { submission, files in
    let reference = files.folder("pass/\(folder)")
    let o = try submission.forward(
      x: reference.matrix("x"), y: reference.matrix("y"), alpha: reference.matrix("alpha"),
      beta: reference.matrix("beta"))
    let quantities = [
      ("x", o.x, "x"), ("a", o.a, "a"), ("z", o.z, "z"), ("b", o.b, "b"), ("ŷ", o.ŷ, "yhat"),
      ("J", Matrix(row: [o.loss]), "loss"),
    ]
    return try quantities.map { try reference.check($0, $1, $2, tolerance: passTolerance) }
  }
}
