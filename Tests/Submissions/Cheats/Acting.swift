import Harness
import Layers
import Learning
import Network

/// A submission all of whose modules and functions do the same with what they are given, and are empty
/// besides.
struct Acting: Submission {
  typealias Fill = @Sendable (_ given: [Matrix], _ result: inout Matrix) -> Void

  let fill: Fill

  var linear: any BinaryModule { ActingBinary(fill: fill) { Shape($0.rows, $1.columns) } }
  var sigmoid: any UnaryModule { ActingUnary(fill: fill) }
  var softmax: any UnaryModule { ActingUnary(fill: fill) }
  var crossEntropy: any BinaryModule { ActingBinary(fill: fill) { y, _ in Shape(y.rows, 1) } }

  private func made(_ rows: Int, _ columns: Int, _ given: Matrix...) -> Matrix {
    var result = Matrix(rows: rows, columns: columns)
    fill(given, &result)
    return result
  }

  func forward(x: Matrix, y: Matrix, alpha: Matrix, beta: Matrix) throws -> Intermediates {
    let (d, k) = (alpha.rows, beta.rows)
    let (a, b) = (made(1, d, x, alpha), made(1, k, y, beta))
    return Intermediates(x: x, a: a, z: a, b: b, ŷ: b, loss: made(1, 1, y).values.first ?? 0)
  }

  func backward(
    x: Matrix, y: Matrix, alpha: Matrix, beta: Matrix, after o: Intermediates
  ) throws -> Gradients {
    Gradients(
      alpha: made(alpha.rows, alpha.columns, alpha), beta: made(beta.rows, beta.columns, beta),
      b: made(1, beta.rows, y), z: made(1, alpha.rows, o.z), a: made(1, alpha.rows, o.a))
  }

  func train(
    _ training: DataSet, validation: DataSet, hidden: Int, initialization: Initialization,
    epochs: Int, rate: Double
  ) throws -> TrainingRun {
    let losses = made(1, epochs).values
    return TrainingRun(
      alpha: made(hidden, training.x.columns + 1), beta: made(training.y.columns, hidden + 1),
      trainLosses: losses, validationLosses: losses)
  }

  func predict(x: Matrix, alpha: Matrix, beta: Matrix) throws -> [Int] {
    made(1, x.rows, x).values.map { $0.isFinite ? Int($0) : 0 }
  }

  func trainAndTest(
    training: DataSet, test: DataSet, epochs: Int, hidden: Int, initialization: Initialization,
    learningRate: Double
  ) throws -> TrainAndTestResult {
    let losses = made(1, epochs).values
    func labels(_ set: DataSet) -> [Int] {
      made(1, set.count).values.map { $0.isFinite ? Int($0) : 0 }
    }
    return TrainAndTestResult(
      trainLosses: losses, testLosses: losses, trainError: losses.first ?? 0,
      testError: losses.first ?? 0, trainLabels: labels(training), testLabels: labels(test))
  }
}

struct ActingUnary: UnaryModule {
  let fill: Acting.Fill
  func forward(_ a: Matrix, into b: inout Matrix) { fill([a], &b) }
  func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    fill([gB, a, b], &gA)
  }
}

struct ActingBinary: BinaryModule {
  let fill: Acting.Fill
  let result: @Sendable (Shape, Shape) -> Shape

  init(fill: @escaping Acting.Fill, result: @escaping @Sendable (Shape, Shape) -> Shape) {
    (self.fill, self.result) = (fill, result)
  }

  func shape(_ a: Shape, _ w: Shape) throws(ShapeError) -> Shape { result(a, w) }
  func forward(_ a: Matrix, _ w: Matrix, into b: inout Matrix) { fill([a, w], &b) }
  func backward(_ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix) {
    fill([gB, a, w], &gA)
  }
  func backward(_ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingW gW: inout Matrix) {
    fill([gB, w, a], &gW)
  }
}
