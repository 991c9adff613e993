import Cases
import CLibrary

/// What goes wrong in the cross-entropy.
extension Mistake {
  static let crossEntropy = losses + lossGradients

  private static let losses = [
    loss("cross_entropy.without-minus", "the minus before the sum were missing") { -right($0, $1) },
    loss("cross_entropy.base-2", "the logarithm's base were 2") { (1 / log(2)) * right($0, $1) },
    loss("cross_entropy.base-10", "the logarithm's base were 10") { (1 / log(10)) * right($0, $1) },
    loss("cross_entropy.mean-of-classes", "the sum were divided by the number of classes") { y, ŷ in
      (1 / Double(y.columns)) * right(y, ŷ)
    },
    loss("cross_entropy.sum-of-batch", "each row had the sum over all rows") { y, ŷ in
      let sum = right(y, ŷ).sum
      return Grid(y.rows, 1) { _, _ in sum }
    },
    loss("cross_entropy.mean-of-batch", "each row had the mean over all rows") { y, ŷ in
      let mean = right(y, ŷ).sum / Double(y.rows)
      return Grid(y.rows, 1) { _, _ in mean }
    },
    loss("cross_entropy.squared-error", "it were half the squared error") { y, ŷ in
      0.5 * (ŷ - y).map { $0 * $0 }.rowSums
    },
    loss("cross_entropy.binary", "the other classes had a loss, too: −(1 − y) log(1 − ŷ)") { y, ŷ in
      right(y, ŷ) + right(y.map { 1 - $0 }, ŷ.map { 1 - $0 })
    },
    loss("cross_entropy.with-epsilon", "1e-8 were added to ŷ before the logarithm") { y, ŷ in
      right(y, ŷ.map { $0 + 1e-8 })
    },
    loss("cross_entropy.label-shifted", "the target were the next class") { y, ŷ in
      right(y.ofNextClass, ŷ)
    },
  ]

  private static let right = Textbook().crossEntropy

  /// In a pass, too, the loss is that of ŷ.
  private static func loss(
    _ id: String, _ sentence: String, _ function: @escaping @Sendable (_ y: Grid, _ ŷ: Grid) -> Grid
  ) -> Mistake {
    Mistake(id, sentence) { book in
      book.crossEntropy = function
      book.lossOfLogits = nil
    }
  }

  private static let lossGradients = [
    gradient("cross_entropy.g-fused", "g_ŷ were ŷ − y, the gradient of the logits") { y, ŷ, g in
      (ŷ - y) * g
    },
    gradient("cross_entropy.g-without-minus", "the minus of −y/ŷ were missing") { y, ŷ, g in
      y.with(ŷ, /) * g
    },
    gradient("cross_entropy.g-ignores-g", "the upstream gradient were left out of g_ŷ") { y, ŷ, _ in
      -y.with(ŷ, /)
    },
    gradient("cross_entropy.g-all-classes", "every class had a gradient −1/ŷ, whatever the target")
    {
      y, ŷ, g in ŷ.map { -1 / $0 } * g
    },
    gradient("cross_entropy.g-not-divided", "the division by ŷ were missing") { y, _, g in -y * g },
    Mistake("cross_entropy.g_y-without-minus", "the minus of −log ŷ were missing") { book in
      let right = book.crossEntropyY
      book.crossEntropyY = { -right($0, $1, $2) }
    },
    Mistake("cross_entropy.g_y-zero", "the target had no gradient") {
      $0.crossEntropyY = { y, _, _ in y.map { _ in 0 } }
    },
  ]

  /// - Parameter function: of the target, the prediction and the upstream gradient for each element.
  private static func gradient(
    _ id: String, _ sentence: String,
    _ function: @escaping @Sendable (_ y: Grid, _ ŷ: Grid, _ g: Grid) -> Grid
  ) -> Mistake {
    Mistake(id, sentence) { book in
      book.crossEntropyŶ = { y, ŷ, g in function(y, ŷ, Grid(y.rows, y.columns) { i, _ in g[i, 0] })
      }
    }
  }
}

extension Grid {
  /// Each row's elements one place further on, the last in front.
  var ofNextClass: Grid { Grid(rows, columns) { self[$0, ($1 + columns - 1) % columns] } }
}
