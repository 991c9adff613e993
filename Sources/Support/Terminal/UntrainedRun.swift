extension Interrupt {
  /// To be asked before results are written: what was there is better than what has learnt from a
  /// part of an epoch.
  ///
  /// - Parameter epochs: how many were carried out whole.
  /// - Throws: `UntrainedRun` if a signal asked the run to stop before the end of the first.
  package static func expectResult(ofEpochs epochs: Int) throws(UntrainedRun) {
    guard epochs == 0 else { return }
    do {
      _ = try exitCode(afterEpoch: 0)
    } catch {
      throw UntrainedRun(exitCode: error.exitCode)
    }
  }
}

/// A training run that a signal stopped in its first epoch, and that wrote nothing.
package struct UntrainedRun: ExitingError, CustomStringConvertible {
  package let exitCode: ExitCode
  package var description: String {
    "interrupted before the end of the first epoch; nothing was written"
  }
}
