import Cases
import CLibrary

/// What goes wrong in the sigmoid.
extension Mistake {
  static let sigmoid = [
    value("sigmoid.exp-of-plus-a", "exp(a) were taken for exp(−a)") { 1 / (1 + exp($0)) },
    value("sigmoid.tanh", "it were the tangens hyperbolicus") { tanh($0) },
    value("sigmoid.twice", "the sigmoid were applied twice") {
      1 / (1 + exp(-1 / (1 + exp(-$0))))
    },
    value("sigmoid.relu", "it were a ReLU") { max($0, 0) },
    value("sigmoid.missing", "no sigmoid were applied") { $0 },
    slope("sigmoid.slope-from-a", "the slope were taken from a, as a(1 − a)") { a, _ in a * (1 - a)
    },
    slope("sigmoid.slope-missing", "the sigmoid's slope b(1 − b) were missing") { _, _ in 1 },
    slope("sigmoid.slope-b", "the factor 1 − b of the slope were missing") { _, b in b },
    slope("sigmoid.slope-of-sigmoid-of-b", "the sigmoid were applied to b once more for the slope")
    {
      _, b in
      let c = 1 / (1 + exp(-b))
      return c * (1 - c)
    },
    slope("sigmoid.slope-of-tanh", "the slope were that of tanh, 1 − b²") { _, b in 1 - b * b },
    slope("sigmoid.slope-negative", "the sign of the slope were turned") { _, b in -b * (1 - b) },
    Mistake("sigmoid.ignores-g", "the upstream gradient were left out of g_a") { book in
      book.sigmoidA = { _, b, _ in b.map { $0 * (1 - $0) } }
    },
  ]

  private static func value(
    _ id: String, _ sentence: String, _ function: @escaping @Sendable (Double) -> Double
  ) -> Mistake {
    Mistake(id, sentence) { $0.sigmoid = { $0.map(function) } }
  }

  private static func slope(
    _ id: String, _ sentence: String,
    _ slope: @escaping @Sendable (_ a: Double, _ b: Double) -> Double
  ) -> Mistake {
    Mistake(id, sentence) { $0.sigmoidA = { a, b, g in g * a.with(b, slope) } }
  }
}

/// What goes wrong in the softmax.
extension Mistake {
  static let softmax = softmaxForward + softmaxBackward

  static let softmaxWithoutMaximum = wrongSoftmax(
    "softmax.without-maximum", "the largest logit were not subtracted before exp"
  ) { a in
    let powers = a.map { exp($0) }
    return powers.dividedByRow(powers.rowSums)
  }

  private static let softmaxForward = [
    softmaxWithoutMaximum,
    wrongSoftmax("softmax.whole-batch", "it were normalised over all rows at once") { a in
      let powers = a.map { exp($0 - a.largest) }
      return (1 / powers.sum) * powers
    },
    wrongSoftmax("softmax.wrong-axis", "it were taken down the columns, not along the rows") { a in
      logSoftmax(a.transposed).map { exp($0) }.transposed
    },
    wrongSoftmax("softmax.not-normalised", "exp(a) were not divided by its sum") { a in
      a.lessLargest.map { exp($0) }
    },
    wrongSoftmax("softmax.base-2", "2 were the base, not e") { a in
      let powers = a.lessLargest.map { exp2($0) }
      return powers.dividedByRow(powers.rowSums)
    },
    wrongSoftmax("softmax.logarithm", "the logarithm of the softmax were given") { logSoftmax($0) },
    wrongSoftmax("softmax.plain-shares", "a were divided by its sum, without exp") { a in
      a.dividedByRow(a.rowSums)
    },
    wrongSoftmax("softmax.one-hot", "the largest got 1 and the others 0") { a in
      Grid(a.rows, a.columns) { i, j in
        a.row(i).values.firstIndex(of: a.row(i).largest) == j ? 1 : 0
      }
    },
  ]

  /// In a pass, too, the loss is that of the wrong ŷ.
  private static func wrongSoftmax(
    _ id: String, _ sentence: String, _ function: @escaping @Sendable (Grid) -> Grid
  ) -> Mistake {
    Mistake(id, sentence) { book in
      book.softmax = function
      book.lossOfLogits = nil
    }
  }

  private static let softmaxBackward = [
    wrongGradient("softmax.diagonal-only", "the Jacobian had its diagonal only") { b, g in
      b.with(g) { $1 * $0 * (1 - $0) }
    },
    wrongGradient("softmax.product-only", "−b (bᵀ g) were missing") { b, g in b * g },
    wrongGradient("softmax.passes-through", "g_b were handed on unchanged") { _, g in g },
    wrongGradient("softmax.negative", "the sign of g_a were turned") { b, g in
      -Textbook().softmaxA(b, g)
    },
    wrongGradient("softmax.without-diagonal", "the Jacobian's diagonal part b g were missing") {
      b, g in
      Textbook().softmaxA(b, g) - b * g
    },
  ]

  private static func wrongGradient(
    _ id: String, _ sentence: String, _ function: @escaping @Sendable (_ b: Grid, _ g: Grid) -> Grid
  ) -> Mistake {
    Mistake(id, sentence) { $0.softmaxA = function }
  }
}

extension Grid {
  /// Each row less its largest.
  fileprivate var lessLargest: Grid {
    let largest = (0..<rows).map { row($0).largest }
    return Grid(rows, columns) { self[$0, $1] - largest[$0] }
  }

  fileprivate func dividedByRow(_ sums: Grid) -> Grid {
    Grid(rows, columns) { self[$0, $1] / sums[$0, 0] }
  }
}
