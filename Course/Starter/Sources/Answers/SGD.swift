import Harness
import Layers
import Learning
import Random

/// How the parameters start, and stochastic gradient descent.
public enum SGD {
  /// Algorithm 2: α: D×(M+1) and β: K×(D+1) before the first step.
  ///
  /// ZERO: everything is 0. RANDOM: biases 0, weights uniform in [−0.1, 0.1), drawn from
  /// `RandomState(seed:)` by `uniform(-0.1, 0.1)`: first α's, row by row, then β's.
  public static func start(
    inputs: Int, hidden: Int, classes: Int, _ initialization: Initialization
  ) -> (alpha: Matrix, beta: Matrix) {
    // answer: `if case .random(let seed) = initialization` tells them apart; a new Matrix is 0
    var alpha = Matrix(rows: hidden, columns: inputs + 1)
    var beta = Matrix(rows: classes, columns: hidden + 1)
    if case .random(let seed) = initialization {
      var random = RandomState(seed: seed)
      for i in 0..<hidden {
        for j in 1...inputs { alpha[i, j] = random.uniform(-0.1, 0.1) }
      }
      for i in 0..<classes {
        for j in 1...hidden { beta[i, j] = random.uniform(-0.1, 0.1) }
      }
    }
    return (alpha, beta)
    // end
  }

  /// Algorithm 1: one step of size `rate` per example, in the file's order, `epochs` times. Both gradients
  /// of a step are those at the old parameters.
  ///
  /// After each epoch the mean loss on both sets is noted, with the parameters of that moment.
  public static func train(
    _ training: DataSet, validation: DataSet, hidden: Int, initialization: Initialization,
    epochs: Int, rate: Double
  ) throws -> TrainingRun {
    // answer: `training[i...i]` is example i as a set of one, with its x and y; a Matrix has
    // `add(_:times:)`
    var (alpha, beta) = start(
      inputs: training.x.columns, hidden: hidden, classes: training.y.columns, initialization)
    var (trainLosses, validationLosses): ([Double], [Double]) = ([], [])
    for _ in 0..<epochs {
      for i in 0..<training.count {
        let (x, y) = (training[i...i].x, training[i...i].y)
        let o = try NNForward(x: x, y: y, alpha: alpha, beta: beta)
        let g = try NNBackward(x: x, y: y, alpha: alpha, beta: beta, after: o)
        alpha.add(g.alpha, times: -rate)
        beta.add(g.beta, times: -rate)
      }
      trainLosses.append(try meanLoss(training, alpha: alpha, beta: beta))
      validationLosses.append(try meanLoss(validation, alpha: alpha, beta: beta))
    }
    return TrainingRun(
      alpha: alpha, beta: beta, trainLosses: trainLosses, validationLosses: validationLosses)
    // end
  }

  /// The mean of the loss over a set.
  static func meanLoss(_ set: DataSet, alpha: Matrix, beta: Matrix) throws -> Double {
    // answer: NNForward gives the loss of an example
    var total = 0.0
    for i in 0..<set.count {
      total += try NNForward(x: set[i...i].x, y: set[i...i].y, alpha: alpha, beta: beta).loss
    }
    return total / Double(set.count)
    // end
  }
}
