import Layers
import Learning
import Network
import TestSupport
import Testing

@Suite(.firstIssues) struct TrainAndTestTests {
  private let trainX = Matrix(rows: 4, columns: 2, [1, 0, 0, 1, 1, 1, 0, 0])
  private let testX = Matrix(rows: 3, columns: 2, [1, 0, 0, 0.5, 0, 1])

  @Test(arguments: [Initialization.zero, .random(seed: 5)])
  func isTrainingAndPrediction(initialization: Initialization) throws {
    let trainY = [3, 7, 7, 0]
    let testY = [3, 1, 0]
    let result = try trainAndTest(
      trainX: trainX, trainY: trainY, testX: testX, testY: testY, epochs: 4, hidden: 3,
      initialization: initialization, learningRate: 0.4)

    let network = try Network(inputs: 2, hidden: 3, classes: 10)
    try network.initialize(initialization)
    let training = try DataSet(x: trainX, labels: trainY, classes: 10)
    let test = try DataSet(x: testX, labels: testY, classes: 10)
    let history = try network.train(training, validation: test, epochs: 4, rate: 0.4)
    #expect(result.trainLosses == history.map(\.training))
    #expect(result.testLosses == history.map(\.validation))
    #expect(result.trainLosses.count == 4)
    #expect(result.trainLosses != result.testLosses)
    #expect(result.trainLabels == (try network.predict(trainX)))
    #expect(result.testLabels == (try network.predict(testX)))
    #expect(result.trainError == Double(zip(result.trainLabels, trainY).count { $0 != $1 }) / 4)
    #expect(result.testError == Double(zip(result.testLabels, testY).count { $0 != $1 }) / 3)
  }

  @Test func withoutEpochsItOnlyLabels() throws {
    let result = try trainAndTest(
      trainX: trainX, trainY: [0, 0, 1, 2], testX: testX, testY: [0, 1, 1], epochs: 0, hidden: 3,
      initialization: .zero, learningRate: 0.4)
    #expect(result.trainLosses.isEmpty && result.testLosses.isEmpty)
    #expect([result.trainError, result.testError] == [0.5, 2.0 / 3])
    #expect([result.trainLabels, result.testLabels] == [[0, 0, 0, 0], [0, 0, 0]])
  }

  @Test(arguments: [
    (2, [0, 1, 10], "DataSet: label 10 of example 2 is not in 0..<10"),
    (2, [0, 1], "DataSet: 2 labels for inputs of shape 3×2"),
    (3, [0, 1, 2], "Network: images of 3 pixels in 10 classes, expected 2 pixels in 10 classes"),
  ])
  func mistakesAreNamed(columns: Int, testY: [Int], message: String) {
    let error = #expect(throws: ShapeError.self) {
      try trainAndTest(
        trainX: trainX, trainY: [0, 0, 1, 2], testX: Matrix(rows: 3, columns: columns),
        testY: testY, epochs: 1, hidden: 3, initialization: .zero, learningRate: 0.4)
    }
    #expect(error?.description == message)
  }

  @Test func divergenceIsAnError() {
    #expect(throws: NotFiniteError.self) {
      try trainAndTest(
        trainX: trainX, trainY: [3, 7, 7, 0], testX: testX, testY: [0, 1, 2], epochs: 1000,
        hidden: 3, initialization: .random(seed: 1), learningRate: 1e308)
    }
  }
}
