import Cases

/// What goes wrong in the affine map and its gradients.
extension Mistake {
  static let linear = linearForward + linearA + linearW

  private static let linearForward = [
    Mistake("linear.bias-ignored", "the bias, column 0 of ω, were not added") { book in
      book.linear = { a, w in a.times(w.weights.transposed) }
    },
    Mistake("linear.bias-doubled", "the bias were added twice") { book in
      book.linear = { a, w in a.withOnes.times(w.replacingColumn(0) { 2 * w[$0, 0] }.transposed) }
    },
    Mistake("linear.bias-subtracted", "the bias were subtracted") { book in
      book.linear = { a, w in a.withOnes.times(w.replacingColumn(0) { -w[$0, 0] }.transposed) }
    },
    Mistake("linear.bias-last", "the bias were in the last column of ω, not in column 0") { book in
      book.linear = { a, w in
        Grid(a.rows, a.columns + 1) { $1 == a.columns ? 1 : a[$0, $1] }.times(w.transposed)
      }
    },
    Mistake("linear.weights-shifted", "the weights began in column 0 of ω, where the bias is") {
      book in
      book.linear = { a, w in
        let sums = a.times(w.withoutLast.transposed)
        return Grid(sums.rows, sums.columns) { sums[$0, $1] + w[$1, 0] }
      }
    },
    Mistake("linear.read-by-columns", "ω were read column by column") { book in
      let right = book.linear
      book.linear = { a, w in right(a, Grid(w.columns, w.rows, w.values).transposed) }
    },
    Mistake("linear.result-transposed", "the result were transposed") { book in
      let right = book.linear
      book.linear = { right($0, $1).transposed }
    },
    Mistake("linear.first-row-only", "every row were the first example's") { book in
      let right = book.linear
      book.linear = { a, w in
        let b = right(a, w)
        return Grid(b.rows, b.columns) { b[0, $1] }
      }
    },
    Mistake("linear.mean-over-inputs", "the weighted inputs were averaged, not added up") { book in
      book.linear = { a, w in
        let sums = a.times(w.weights.transposed)
        return Grid(sums.rows, sums.columns) { w[$1, 0] + sums[$0, $1] / Double(a.columns) }
      }
    },
  ]

  private static let linearA = [
    Mistake("linear.g_a-with-bias", "the bias' column of ω had a part in g_a, too") { book in
      book.linearA = { _, w, g in g.times(w) }
    },
    Mistake(
      "linear.g_a-from-bias-column",
      "the gradient went back through the columns of ω from 0 on, not from 1"
    ) {
      book in
      book.linearA = { _, w, g in g.times(w.withoutLast) }
    },
    Mistake("linear.g_a-negative", "the sign of g_a were turned") { book in
      let right = book.linearA
      book.linearA = { -right($0, $1, $2) }
    },
    Mistake(
      "linear.g_a-last-output",
      "each output's share of the gradient replaced the one before it, where they add up"
    ) { book in
      book.linearA = { a, w, g in
        Grid(a.rows, a.columns) { g[$0, g.columns - 1] * w[w.rows - 1, $1 + 1] }
      }
    },
    Mistake("linear.g_a-ignores-g", "the upstream gradient were left out of g_a") { book in
      let right = book.linearA
      book.linearA = { a, w, g in right(a, w, g.map { _ in 1 }) }
    },
    Mistake("linear.g_a-mean", "g_a were divided by the number of rows") { book in
      let right = book.linearA
      book.linearA = { a, w, g in (1 / Double(a.rows)) * right(a, w, g) }
    },
  ]

  private static let linearW = [
    wrongW("linear.g_w-transposed", "g_ω were transposed") { gW, _, _ in gW.transposed },
    wrongW("linear.g_w-without-bias", "the biases had no gradient, and never changed") { gW, _, _ in
      gW.replacingColumn(0) { _ in 0 }
    },
    wrongW(
      "linear.g_w-bias-last", "the bias' gradient were in the last column of g_ω, not in column 0"
    ) {
      gW, _, _ in
      Grid(gW.rows, gW.columns) { gW[$0, ($1 + 1) % gW.columns] }
    },
    wrongW("linear.g_w-mean", "g_ω were divided by the number of rows, where they add up") {
      gW, a, _ in (1 / Double(a.rows)) * gW
    },
    wrongW("linear.g_w-first-row", "g_ω came from the first row of the batch alone") { _, a, g in
      g.row(0).transposed.times(a.row(0).withOnes)
    },
    wrongW("linear.g_w-ignores-g", "the upstream gradient were left out of g_ω") { _, a, g in
      g.map { _ in 1 }.transposed.times(a.withOnes)
    },
    wrongW("linear.g_w-negative", "the sign of g_ω were turned") { gW, _, _ in -gW },
    wrongW("linear.g_w-bias-doubled", "the bias' gradient were counted twice") { gW, _, _ in
      gW.replacingColumn(0) { 2 * gW[$0, 0] }
    },
  ]

  private static func wrongW(
    _ id: String, _ sentence: String,
    _ wrong: @escaping @Sendable (_ gW: Grid, _ a: Grid, _ g: Grid) -> Grid
  ) -> Mistake {
    Mistake(id, sentence) { book in
      let right = book.linearW
      book.linearW = { a, g in wrong(right(a, g), a, g) }
    }
  }

  static let adding = [
    Mistake("adding.overwrites", "the gradient were overwritten, not added to what it holds") {
      $0.adding = { _, contribution in contribution }
    },
    Mistake("adding.doubles", "the gradient were added twice") { $0.adding = { $0 + 2 * $1 } },
  ]

  static let steps = [
    Mistake("step.scale-ignored", "the step did not take its scale") {
      $0.step = { w, _, gW in w + gW }
    },
    Mistake("step.scale-twice", "the step took its scale twice") {
      $0.step = { w, scale, gW in w + scale * scale * gW }
    },
    Mistake("step.scale-negated", "the step went up the gradient, not down") {
      $0.step = { w, scale, gW in w - scale * gW }
    },
    Mistake("step.replaces", "the step replaced ω, where it adds to it") {
      $0.step = { _, scale, gW in scale * gW }
    },
  ]
}
