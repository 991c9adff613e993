import Cases
import CLibrary

/// The OCR system as the hand-out's equations have it, in plain loops. Each step is a value, so that a
/// mistake can be put in its place.
///
/// ω is B×(A+1), with the bias in column 0; `g` is the upstream gradient. What gives a gradient gives
/// the contribution, which `adding` adds to what is held already.
struct Textbook: Sendable {
  // MARK: Modules

  /// `b = ω [1 a]`
  var linear: @Sendable (_ a: Grid, _ w: Grid) -> Grid = { a, w in
    a.withOnes.times(w.transposed)
  }
  /// `g_a = g ω` without the bias' column.
  var linearA: @Sendable (_ a: Grid, _ w: Grid, _ g: Grid) -> Grid = { a, w, g in
    g.times(w.weights)
  }
  /// `g_ω = gᵀ [1 a]`
  var linearW: @Sendable (_ a: Grid, _ g: Grid) -> Grid = { a, g in
    g.transposed.times(a.withOnes)
  }
  /// `ω + scale · g_ω`
  var step: @Sendable (_ w: Grid, _ scale: Double, _ gW: Grid) -> Grid = { $0 + $1 * $2 }

  /// `b = 1 / (1 + exp(−a))`
  var sigmoid: @Sendable (_ a: Grid) -> Grid = { $0.map { 1 / (1 + exp(-$0)) } }
  /// `g_a = g b (1 − b)`
  var sigmoidA: @Sendable (_ a: Grid, _ b: Grid, _ g: Grid) -> Grid = { _, b, g in
    g * b.map { $0 * (1 - $0) }
  }

  /// `b = exp(a) / Σ exp(a)`, row by row
  var softmax: @Sendable (_ a: Grid) -> Grid = { logSoftmax($0).map(exp) }
  /// `g_a = b (g − bᵀ g)`
  var softmaxA: @Sendable (_ b: Grid, _ g: Grid) -> Grid = { b, g in
    let products = (b * g).rowSums
    return Grid(b.rows, b.columns) { b[$0, $1] * (g[$0, $1] - products[$0, 0]) }
  }

  /// `J = −Σ y log ŷ`, row by row
  var crossEntropy: @Sendable (_ y: Grid, _ ŷ: Grid) -> Grid = { y, ŷ in
    -y.with(ŷ) { $0 == 0 ? 0 : $0 * log($1) }.rowSums
  }
  /// `g_ŷ = −y / ŷ · g`
  var crossEntropyŶ: @Sendable (_ y: Grid, _ ŷ: Grid, _ g: Grid) -> Grid = { y, ŷ, g in
    Grid(y.rows, y.columns) { -y[$0, $1] / ŷ[$0, $1] * g[$0, 0] }
  }
  /// `g_y = −log ŷ · g`
  var crossEntropyY: @Sendable (_ y: Grid, _ ŷ: Grid, _ g: Grid) -> Grid = { y, ŷ, g in
    Grid(y.rows, y.columns) { -log(ŷ[$0, $1]) * g[$0, 0] }
  }

  /// What a module's backward leaves of the gradient that was held and its contribution.
  var adding: @Sendable (_ held: Grid, _ contribution: Grid) -> Grid = { $0 + $1 }

  // MARK: Passes

  /// The loss of a pass from its logits, exact also where ŷ is 0; nil to take `crossEntropy` of ŷ.
  var lossOfLogits: (@Sendable (_ y: Grid, _ b: Grid) -> Grid)? = { y, b in
    -y.with(logSoftmax(b)) { $0 == 0 ? 0 : $0 * $1 }.rowSums
  }
  /// `g_b = ŷ − y`
  var outputGradient: @Sendable (_ y: Grid, _ ŷ: Grid) -> Grid = { y, ŷ in ŷ - y }
  /// What a pass gives back, of what it computed.
  var passResult: @Sendable (inout Pass) -> Void = { _ in }
  var gradientsResult: @Sendable (inout PassGradients, _ o: Pass, _ p: Parameters) -> Void = {
    _, _, _ in
  }

  // MARK: Training

  /// How the parameters start.
  var initialize: @Sendable (Sizes, Initialization) -> Parameters = start
  /// One epoch; gives the loss of each example before its step.
  var learn: @Sendable (Textbook, inout Parameters, Examples, _ rate: Double) -> [Double] = {
    book, p, examples, rate in book.takeSteps(&p, examples, rate)
  }
  /// A step from the gradients of one example.
  var update: @Sendable (Textbook, inout Parameters, Pass, PassGradients, _ rate: Double) -> Void =
    {
      book, p, _, g, rate in
      p.alpha = book.step(p.alpha, -rate, g.alpha)
      p.beta = book.step(p.beta, -rate, g.beta)
    }
  /// The order of the examples in an epoch.
  var order: @Sendable (_ count: Int) -> [Int] = { Array(0..<$0) }
  var epochs: @Sendable (Int) -> Int = { $0 }
  var rate: @Sendable (Double) -> Double = { $0 }
  /// An epoch's losses, of the parameters before and after it and the losses on the way.
  var losses: @Sendable (Textbook, EpochRecord) -> (training: Double, validation: Double) = {
    book, record in
    (
      book.meanLoss(record.training, record.after), book.meanLoss(record.validation, record.after)
    )
  }
  /// What training gives back of its lists of losses.
  var lossLists: @Sendable ([Double]) -> [Double] = { $0 }

  // MARK: Labels

  /// The class that is read from ŷ, a row.
  var label: @Sendable (_ ŷ: Grid) -> Int = { ŷ in
    (0..<ŷ.columns).reduce(0) { ŷ[0, $1] > ŷ[0, $0] ? $1 : $0 }
  }
  /// What `train_and_test` gives back.
  var results: @Sendable (inout TestResults) -> Void = { _ in }
}

/// `log softmax(a)`, row by row; exact for every logit that is finite.
func logSoftmax(_ a: Grid) -> Grid {
  var result = a
  for i in 0..<a.rows {
    let largest = a.row(i).largest
    let sum = a.row(i).map { exp($0 - largest) }.sum
    for j in 0..<a.columns { result[i, j] = a[i, j] - largest - log(sum) }
  }
  return result
}
