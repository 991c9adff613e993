import Layers

/// A network's modules and parameters as they were at one moment: a value that may go to another
/// task or actor, which a ``Network`` may not, since it computes in its own memory.
public struct NetworkSnapshot: Sendable {
  /// What the layers compute.
  public let modules: NetworkModules
  /// α: D×(M+1), biases in column 0.
  public let alpha: Matrix
  /// β: K×(D+1), biases in column 0.
  public let beta: Matrix
}

extension Network {
  /// Modules and parameters as they are now.
  public var snapshot: NetworkSnapshot {
    NetworkSnapshot(modules: modules, alpha: alpha, beta: beta)
  }

  /// The network of a snapshot, which takes `batch` examples at a time.
  /// - Throws: `ShapeError` never in a network of the package's own modules.
  public convenience init(_ snapshot: NetworkSnapshot, batch: Int = 1) throws(ShapeError) {
    let (alpha, beta) = (snapshot.alpha, snapshot.beta)
    try self.init(
      inputs: alpha.columns - 1, hidden: alpha.rows, classes: beta.rows, batch: batch,
      snapshot.modules)
    try setParameters(alpha: alpha, beta: beta)
  }
}
