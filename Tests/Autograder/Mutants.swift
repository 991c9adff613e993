import Autograder
import Layers
import Testing

/// A wrong implementation, and where it must lose points.
struct Mutant: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let submission: any Submission
  /// The questions that must lose points, each with the start of a failure, such as
  /// `Q2.4 g_z`, which must be among them.
  let loses: [String]
  /// The questions that must not.
  let keeps: [String]

  init(_ name: String, _ submission: any Submission, loses: [String], keeps: [String]) {
    testDescription = name
    self.submission = submission
    self.loses = loses
    self.keeps = keeps
  }

  /// A textbook network with a bug.
  init(_ bug: TextbookBug, loses: [String], keeps: [String]) {
    self.init(bug.rawValue, TextbookSubmission(bug: bug), loses: loses, keeps: keeps)
  }

  static let all = forward + backward + training + predictions + results + modules

  static let forward = [
    Mutant(.biasLast, loses: ["Q1.4 a", "Q2.4 g_b", "Q3.1 α", "Q4.1 labels"], keeps: []),
    Mutant(.biasIgnored, loses: ["Q1.5 a", "Q2.5 g_b", "Q3.1 β"], keeps: []),
    Mutant(.sigmoidTwice, loses: ["Q1.1 z", "Q2.1 g_β", "Q3.1 α"], keeps: []),
    Mutant(.softmaxWithoutMaximum, loses: ["Q1.6 ŷ", "Q2.6 g_b"], keeps: ["Q3", "Q4"]),
    Mutant(.lossWithoutMinus, loses: ["Q1.1 J", "Q3.1 training losses"], keeps: ["Q2", "Q4"]),
    Mutant(.lossBase2, loses: ["Q1.1 J", "Q3.1 training losses"], keeps: ["Q2", "Q4"]),
    Mutant(.labelsShifted, loses: ["Q1.3 J", "Q2.1 g_b", "Q3.1 β"], keeps: ["Q4"]),
    Mutant(.inputWithBias, loses: ["Q1.1 x: the shape is 1×6"], keeps: ["Q2", "Q3", "Q4"]),
  ]

  static let backward = [
    Mutant(.sigmoidSlopeFromA, loses: ["Q2.4 g_a", "Q3.1 α"], keeps: ["Q1", "Q4"]),
    Mutant(.sigmoidSlopeMissing, loses: ["Q2.4 g_a", "Q3.1 α"], keeps: ["Q1", "Q4"]),
    Mutant(.softmaxDiagonalOnly, loses: ["Q2.1 g_b", "Q3.1 α"], keeps: ["Q1", "Q4"]),
    Mutant(.gradientOfZFromBiasColumn, loses: ["Q2.3 g_z", "Q3.1 α"], keeps: ["Q1", "Q4"]),
    Mutant(.gradientOfZWithBias, loses: ["Q2.1 g_z: the shape is 1×4"], keeps: ["Q1", "Q3", "Q4"]),
    Mutant(.assignsInsteadOfAdding, loses: ["Q2.3 g_z", "Q3.1 α"], keeps: ["Q1", "Q4"]),
    Mutant(
      .gradientOfAlphaTransposed, loses: ["Q2.1 g_α: the shape is 6×3"], keeps: ["Q1", "Q3", "Q4"]),
  ]

  static let training = [
    Mutant(.betaUpdatedFirst, loses: ["Q3.1 α"], keeps: ["Q1", "Q2", "Q4"]),
    Mutant(.biasNotLearned, loses: ["Q3.1 α: [0,0] is 0.0"], keeps: ["Q1", "Q2", "Q4"]),
    Mutant(.dividesByCount, loses: ["Q3.1 α"], keeps: ["Q1", "Q2", "Q4"]),
    Mutant(.gradientAscent, loses: ["Q3.1 α"], keeps: ["Q1", "Q2", "Q4"]),
    Mutant(.fullBatch, loses: ["Q3.1 α"], keeps: ["Q1", "Q2", "Q4"]),
    Mutant(.reversedOrder, loses: ["Q3.1 α"], keeps: ["Q1", "Q2", "Q4"]),
    Mutant(.oneEpochTooFew, loses: ["Q3.2 α", "Q3.1 α"], keeps: ["Q1", "Q2", "Q4"]),
    Mutant(.lossesDuringEpoch, loses: ["Q3.1 training losses"], keeps: ["Q1", "Q2", "Q4"]),
    Mutant(.lossesBeforeEpoch, loses: ["Q3.1 training losses"], keeps: ["Q1", "Q2", "Q4"]),
    Mutant(.lossesAsSums, loses: ["Q3.1 training losses"], keeps: ["Q1", "Q2", "Q4"]),
    Mutant(
      .validationLossesFromTraining, loses: ["Q3.1 validation losses"], keeps: ["Q1", "Q2", "Q4"]),
    Mutant(.randomBiases, loses: ["Q3.3 α"], keeps: ["Q1", "Q2", "Q4"]),
    Mutant(.betaDrawnFirst, loses: ["Q3.3 α"], keeps: ["Q1", "Q2", "Q4"]),
    Mutant(.drawnColumnByColumn, loses: ["Q3.3 α"], keeps: ["Q1", "Q2", "Q4"]),
    Mutant(.drawnPositive, loses: ["Q3.3 α"], keeps: ["Q1", "Q2", "Q4"]),
    Mutant(.zeroWithBiases, loses: ["Q3.1 α"], keeps: ["Q1", "Q2", "Q4"]),
  ]

  static let predictions = [
    Mutant(.lastOfTies, loses: ["Q4.3 labels"], keeps: ["Q1", "Q2", "Q3"]),
    Mutant(.leastProbable, loses: ["Q4.1 labels", "Q4.2 labels"], keeps: ["Q1", "Q2"]),
    Mutant(.labelsFromOne, loses: ["Q4.1 labels: [0] is 9, expected 8"], keeps: ["Q1", "Q2"]),
  ]

  static let results = [
    Mutant(
      "error rate as accuracy",
      ResultsSubmission(alter: { results in
        results.trainError = 1 - results.trainError
        results.testError = 1 - results.testError
      }), loses: ["Q5.1 training error"], keeps: ["Q1", "Q2", "Q3", "Q4"]),
    Mutant(
      "error rate in percent", ResultsSubmission(alter: { $0.testError *= 100 }),
      loses: ["Q5.2 test error"], keeps: ["Q3", "Q4"]),
    Mutant(
      "test error from training", ResultsSubmission(alter: { $0.testError = $0.trainError }),
      loses: ["Q5.1 test error"], keeps: ["Q3", "Q4"]),
    Mutant(
      "predictions swapped",
      ResultsSubmission(alter: { swap(&$0.trainLabels, &$0.testLabels) }),
      loses: ["Q5.1 training labels: there are 100, expected 500", "Q5.1 test labels"],
      keeps: ["Q3", "Q4"]),
    Mutant(
      "loss lists swapped", ResultsSubmission(alter: { swap(&$0.trainLosses, &$0.testLosses) }),
      loses: ["Q5.3 training losses", "Q5.1 test losses"], keeps: ["Q3", "Q4"]),
    Mutant(
      "last epoch's losses only",
      ResultsSubmission(alter: { $0.trainLosses.removeFirst($0.trainLosses.count - 1) }),
      loses: ["Q5.1 training losses: the shape is 1×1"], keeps: ["Q3", "Q4"]),
    Mutant(
      "ŷ is NaN", ResultsSubmission(alterForward: { $0.ŷ[0, 2] = .nan }),
      loses: ["Q1.1 ŷ: [0,2] is nan"], keeps: ["Q2", "Q3", "Q4"]),
    Mutant(
      "logits off by one", ResultsSubmission(alterForward: { $0.b[0, 9] += 1 }),
      loses: ["Q1.1 b"], keeps: ["Q2", "Q3", "Q4"]),
    Mutant(
      "J is infinite", ResultsSubmission(alterForward: { $0.loss = .infinity }),
      loses: ["Q1.1 J: [0,0] is inf"], keeps: ["Q2", "Q3", "Q4"]),
    Mutant(
      "forward throws", ResultsSubmission(alterForward: { _ in throw Refusal() }),
      loses: ["Q1.1 threw Refusal()"], keeps: ["Q2", "Q3", "Q4"]),
  ]
}
