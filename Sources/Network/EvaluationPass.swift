import Graph
import Layers
import Learning

/// Takes whole data sets through copies of a network, many examples at a time.
///
/// Each copy is recorded once, for the number of rows that it holds; an example's numbers are the
/// same, bit for bit, in any company.
final class EvaluationPass {
  /// Somebody wanted no more of it.
  struct Stopped: Error {}

  private let network: Network
  private let isStopped: () -> Bool
  private var epoch: Int?
  private(set) var parameters: [Matrix] = []
  private var copies: [Int: Network] = [:]

  /// With the parameters of `network` as they are now. Before each batch is asked whether to stop.
  init(_ network: Network, isStopped: @escaping () -> Bool = { false }) {
    (self.network, self.isStopped) = (network, isStopped)
    takeParameters()
  }

  /// Takes the network's parameters as they are now; the epoch is for errors.
  func takeParameters(epoch: Int? = nil) {
    self.epoch = epoch
    parameters = network.parameters.map { network.list.value(of: $0.register) }
  }

  /// ŷ for each row of `x`, N×K, and the mean loss, which means nothing without targets.
  /// - Throws: `NotFiniteError` at the first example whose ŷ is not a number; `ShapeError` when a
  ///   module leaves another shape than it announced; `Stopped`.
  func outputs(_ x: Matrix, _ y: Matrix? = nil) throws -> (ŷ: Matrix, loss: Double) {
    var result = Matrix(rows: x.rows, columns: network.classes)
    var sum = 0.0
    let size = network.modules.evaluationBatch
    for start in stride(from: 0, to: x.rows, by: size) {
      if isStopped() { throw Stopped() }
      let copy = try copy(holding: min(size, x.rows - start))
      copy.list.load(copy.x, row: start, of: x)
      if let y { copy.list.load(copy.y, row: start, of: y) }
      try copy.list.forward(to: y == nil ? copy.ŷ : copy.loss)
      let (ŷ, losses) = (copy.list.value(of: copy.ŷ), copy.list.value(of: copy.loss))
      for n in 0..<ŷ.rows {
        result.copyRow(n, of: ŷ, to: start + n)
        sum += losses[n, 0]
      }
    }
    try expectNumbers(result)
    return (result, sum / Double(x.rows))
  }

  /// What the network makes of examples.
  /// - Throws: as ``outputs(_:_:)``.
  func evaluate(_ examples: DataSet) throws -> Evaluation {
    let (ŷ, loss) = try outputs(examples.x, examples.y)
    return Evaluation(loss: loss, probabilities: ŷ, truth: examples.labels)
  }

  private func expectNumbers(_ ŷ: Matrix) throws(NotFiniteError) {
    if ŷ.isFinite { return }
    let n = (0..<ŷ.rows).first { !Matrix(rows: $0..<$0 + 1, of: ŷ).isFinite } ?? 0
    let cause = epoch == nil ? nil : NotFiniteError.rateTooLarge
    throw NotFiniteError("ŷ", epoch: epoch, example: n + 1, cause: cause)
  }

  private func copy(holding rows: Int) throws -> Network {
    let copy =
      try copies[rows]
      ?? Network(
        inputs: network.inputs, hidden: network.hidden, classes: network.classes, batch: rows,
        network.modules)
    copies[rows] = copy
    for (parameter, value) in zip(copy.parameters, parameters) {
      try copy.list.setValue(value, of: parameter.register)
    }
    return copy
  }
}
