import Graph
import Layers
import Learning

/// Takes whole data sets through copies of a network, many examples at a time.
///
/// Each copy is recorded once, for the number of rows that it holds; an example's numbers are the
/// same, bit for bit, in any company.
final class EvaluationPass {
  private let network: Network
  private var epoch: Int?
  private var parameters: [Matrix] = []
  private var copies: [Int: Network] = [:]

  /// With the parameters of `network` as they are now.
  init(_ network: Network) {
    self.network = network
    takeParameters()
  }

  /// Takes the network's parameters as they are now; the epoch is for errors.
  func takeParameters(epoch: Int? = nil) {
    self.epoch = epoch
    parameters = network.parameters.map { network.list.value(of: $0.register) }
  }

  /// Hands over the rows of each batch, and its ŷ and losses; the losses mean nothing without `y`.
  /// - Throws: `NotFiniteError` at the first example whose ŷ is not a number; `ShapeError` when a
  ///   module leaves another shape than it announced.
  func forEachBatch(
    _ x: Matrix, _ y: Matrix? = nil, _ body: (_ rows: Range<Int>, _ ŷ: Matrix, Matrix) -> Void
  ) throws {
    let size = network.modules.evaluationBatch
    for start in stride(from: 0, to: x.rows, by: size) {
      let rows = start..<min(start + size, x.rows)
      let copy = try copy(holding: rows.count)
      copy.list.load(copy.x, row: start, of: x)
      if let y { copy.list.load(copy.y, row: start, of: y) }
      try copy.list.forward(to: y == nil ? copy.ŷ : copy.loss)
      let ŷ = copy.list.value(of: copy.ŷ)
      for n in 0..<rows.count where !Matrix(rows: n..<n + 1, of: ŷ).isFinite {
        let cause = epoch == nil ? nil : Network.causeOfNaN
        throw NotFiniteError("ŷ", epoch: epoch, example: start + n + 1, cause: cause)
      }
      body(rows, ŷ, copy.list.value(of: copy.loss))
    }
  }

  /// The mean cross-entropy over a set.
  /// - Throws: as ``forEachBatch(_:_:_:)``.
  func meanCrossEntropy(_ examples: DataSet) throws -> Double {
    var sum = 0.0
    try forEachBatch(examples.x, examples.y) { rows, _, losses in
      for n in 0..<rows.count { sum += losses[n, 0] }
    }
    return sum / Double(examples.count)
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
