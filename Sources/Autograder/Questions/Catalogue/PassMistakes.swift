import Cases

/// What goes wrong in NNForward and NNBackward.
extension Mistake {
  static let passes = forwards + outputGradients + gradients

  private static let forwards = [
    Mistake("pass.x-with-bias", "x were given back with the bias' 1") {
      $0.passResult = { $0.x = $0.x.withOnes }
    },
    Mistake("pass.z-with-bias", "z were given back with the bias' 1") {
      $0.passResult = { $0.z = $0.z.withOnes }
    },
  ]

  private static let outputGradients = [
    output("pass.g_b-negated", "g_b were y − ŷ") { y, ŷ in y - ŷ },
    output("pass.g_b-target-only", "g_b had an element only where the target is") { y, ŷ in
      (ŷ - y) * y
    },
    output("pass.g_b-is-yhat", "the target were not subtracted from ŷ") { _, ŷ in ŷ },
    output("pass.g_b-label-shifted", "the target were the next class") { y, ŷ in ŷ - y.ofNextClass
    },
  ]

  private static func output(
    _ id: String, _ sentence: String, _ function: @escaping @Sendable (_ y: Grid, _ ŷ: Grid) -> Grid
  ) -> Mistake {
    Mistake(id, sentence) { $0.outputGradient = function }
  }

  private static let gradients = [
    result("pass.g_z-with-bias", "the bias' column of ω had a part in g_a, too") { g, _, p in
      g.z = g.b.times(p.beta)
    },
    Mistake(
      "pass.g_z-from-bias-column",
      "the gradient went back through the columns of ω from 0 on, not from 1"
    ) {
      $0.linearA = { _, w, g in g.times(w.withoutLast) }
    },
    Mistake(
      "pass.g_z-last-class",
      "each output's share of the gradient replaced the one before it, where they add up"
    ) {
      $0.linearA = { a, w, g in
        Grid(a.rows, a.columns) { g[$0, g.columns - 1] * w[w.rows - 1, $1 + 1] }
      }
    },
    result("pass.g_beta-from-a", "g_β were taken from a, not from z") { g, o, _ in
      g.beta = g.b.transposed.times(o.a.withOnes)
    },
    result("pass.g_beta-transposed", "g_β were transposed") { g, _, _ in g.beta = g.beta.transposed
    },
    result("pass.g_alpha-transposed", "g_α were transposed") { g, _, _ in
      g.alpha = g.alpha.transposed
    },
    result("pass.g_beta-without-bias", "the biases of β had no gradient") { g, _, _ in
      g.beta = g.beta.replacingColumn(0) { _ in 0 }
    },
    result("pass.g_alpha-without-bias", "the biases of α had no gradient") { g, _, _ in
      g.alpha = g.alpha.replacingColumn(0) { _ in 0 }
    },
  ]

  private static func result(
    _ id: String, _ sentence: String,
    _ change: @escaping @Sendable (inout PassGradients, _ o: Pass, _ p: Parameters) -> Void
  ) -> Mistake {
    Mistake(id, sentence) { $0.gradientsResult = change }
  }
}
