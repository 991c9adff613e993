/// Networks of plain loops with a bug.
extension Mutant {
  static let nets = forward + backward + training + initial + predictions

  private static let forward = [
    Mutant(.biasLast, "linear.bias-last", loses: ["Q1.5", "Q3.1", "Q4.1"], keeps: ["Q2"]),
    Mutant(.biasIgnored, "linear.bias-ignored", loses: ["Q1.5", "Q3.1"], keeps: ["Q2"]),
    Mutant(.sigmoidTwice, "sigmoid.twice", loses: ["Q1.5", "Q3.1"], keeps: ["Q2"]),
    Mutant(
      .softmaxWithoutMaximum, "softmax.without-maximum", loses: ["Q1.6"],
      keeps: ["Q2", "Q3", "Q4"]),
    Mutant(
      .lossWithoutMinus, "cross_entropy.without-minus", loses: ["Q1.5", "Q3.1"],
      keeps: ["Q2", "Q4"]),
    Mutant(.lossBase2, "cross_entropy.base-2", loses: ["Q1.5", "Q3.1"], keeps: ["Q2", "Q4"]),
    Mutant(.inputWithBias, "pass.x-with-bias", loses: ["Q1.5"], keeps: ["Q2", "Q3", "Q4"]),
  ]

  private static let backward = [
    Mutant(
      .sigmoidSlopeFromA, "sigmoid.slope-from-a", loses: ["Q2.8", "Q3.1", "Q6.5"],
      keeps: ["Q1", "Q4"]),
    Mutant(
      .sigmoidSlopeMissing, "sigmoid.slope-missing", loses: ["Q2.8", "Q3.1", "Q6.5"],
      keeps: ["Q1", "Q4"]),
    Mutant(
      .softmaxDiagonalOnly, "pass.g_b-target-only", loses: ["Q2.8", "Q3.1", "Q6.5"],
      keeps: ["Q1", "Q4"]),
    Mutant(
      .gradientOfZFromBiasColumn, "pass.g_z-from-bias-column", loses: ["Q2.8", "Q3.1", "Q6.5"],
      keeps: ["Q1", "Q4"]),
    Mutant(.gradientOfZWithBias, loses: ["Q2.8"], keeps: ["Q1", "Q3", "Q4"]),
    Mutant(
      .assignsInsteadOfAdding, "pass.g_z-last-class", loses: ["Q2.8", "Q3.1"],
      keeps: ["Q1", "Q4"]),
    Mutant(
      .gradientOfAlphaTransposed, "pass.g_alpha-transposed", loses: ["Q2.8"],
      keeps: ["Q1", "Q3", "Q4"]),
  ]

  private static let training = [
    train(.betaUpdatedFirst, "train.beta-first"),
    train(.biasNotLearned, "train.biases-not-learned"),
    train(.dividesByCount, "train.divided-by-count"), train(.gradientAscent, "train.ascent"),
    train(.fullBatch, "train.full-batch"), train(.reversedOrder, "train.reversed-order"),
    train(.oneEpochTooFew, "train.one-epoch-less"),
    train(.lossesDuringEpoch, "train.losses-during-epoch"),
    train(.lossesBeforeEpoch, "train.losses-before-epoch"),
    train(.lossesAsSums, "train.losses-as-sums"),
    train(.validationLossesFromTraining, "train.validation-from-training"),
  ]

  private static func train(_ bug: TextbookBug, _ mistake: String) -> Mutant {
    Mutant(
      bug, mistake, loses: ["Q3.1", "Q3.2", "Q3.4", "Q5.1"], keeps: ["Q1", "Q2", "Q4", "Q6"])
  }

  private static let initial = [
    start(.randomBiases, "initial.biases-drawn"), start(.betaDrawnFirst, "initial.beta-first"),
    start(.drawnColumnByColumn, "initial.by-columns"), start(.drawnPositive, "initial.positive"),
    Mutant(
      .zeroWithBiases, "initial.biases-of-one", loses: ["Q3.1", "Q3.2"],
      keeps: ["Q1", "Q2", "Q4"]),
  ]

  private static func start(_ bug: TextbookBug, _ mistake: String) -> Mutant {
    Mutant(
      bug, mistake, loses: ["Q3.3", "Q3.4", "Q5.2"], keeps: ["Q1", "Q2", "Q4", "Q6"])
  }

  private static let predictions = [
    Mutant(
      .lastOfTies, "predict.last-of-ties", loses: ["Q4.3"], keeps: ["Q1", "Q2", "Q3", "Q6"]),
    Mutant(
      .leastProbable, "predict.least-probable", loses: ["Q4.1", "Q4.2", "Q5.1"],
      keeps: ["Q1", "Q2", "Q3", "Q6"]),
    Mutant(
      .labelsFromOne, "predict.from-one", loses: ["Q4.1", "Q4.2", "Q4.3", "Q5.1"],
      keeps: ["Q1", "Q2", "Q3", "Q6"]),
  ]
}
