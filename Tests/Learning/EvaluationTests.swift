import Layers
import Learning
import Testing

struct EvaluationTests {
  @Test func labelsAreTheLikeliest() {
    let probabilities = Matrix(
      rows: 4, columns: 3, [0.2, 0.3, 0.5, 0.4, 0.2, 0.4, 0.1, 0.8, 0.1, 1, 0, 0])
    let evaluation = Evaluation(loss: 1.5, probabilities: probabilities, truth: [2, 2, 1, 0])
    #expect(evaluation.labels == [2, 0, 1, 0])
    #expect(evaluation.confusions.counts == [[1, 0, 0], [0, 1, 0], [1, 0, 1]])
    #expect(evaluation.errorRate == 0.25 && evaluation.accuracy == 0.75)
    #expect(evaluation.loss == 1.5)
  }

  /// Shares are quotients of counts: 1 − 2/3 would have another last bit than 1/3.
  @Test func sharesAreQuotients() {
    let probabilities = Matrix(rows: 3, columns: 2, [1, 0, 1, 0, 1, 0])
    let evaluation = Evaluation(loss: 0, probabilities: probabilities, truth: [0, 1, 1])
    #expect(evaluation.errorRate == 2.0 / 3 && evaluation.accuracy == 1.0 / 3)
  }

  @Test func confusionsAreCounted() {
    let confusions = Confusions([0, 1, 2, 2, 0, 1, 2], truth: [0, 1, 2, 1, 2, 1, 2], classes: 4)
    #expect(confusions.counts == [[1, 0, 0, 0], [0, 2, 1, 0], [1, 0, 2, 0], [0, 0, 0, 0]])
    #expect(confusions.count == 7 && confusions.right == 5)
  }
}
