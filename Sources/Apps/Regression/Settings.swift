import Formats
import Learning
import Random
import Regression
import Terminal

/// What a training run was asked for.
struct Settings {
  let descent: Descent
  let seed: UInt32
  let drawing: ResultFile?
  let quiet: Bool

  /// Prints results, if they are wanted.
  func print(_ text: String) throws(OutputError) {
    if !quiet { try Output.standard.write(text) }
  }
}

extension ComputationGraphFunction {
  /// Trains and prints a line at every 50th epoch, counted from 0 as the course does.
  ///
  /// - Parameter loss: what is printed of the model beside the objective.
  /// - Returns: how many epochs were carried out whole; fewer than asked for after an interrupt.
  func train(
    on data: DataSet, _ settings: Settings, _ random: inout RandomState,
    loss: () throws -> Double
  ) throws -> Int {
    Interrupt.install()
    let epochs = settings.descent.epochs
    var progress = Progress(epoch: 0, epochs: epochs)
    var monitor = TrainingMonitor(epochs: epochs, quiet: settings.quiet)
    defer { monitor.end() }
    return try train(
      on: data, step: settings.descent.step, epochs: epochs, random: &random,
      shouldStop: { Interrupt.requested }
    ) { epoch, objective in
      if settings.quiet { return }
      progress.epoch = epoch
      guard (epoch - 1) % 50 == 0 else { return monitor.show(progress) }
      let loss = try loss()
      progress.trainLoss = loss
      try? monitor.show(
        progress, line: "Epoch \(epoch - 1): Ave objective=\(objective) Ave training loss: \(loss)")
    }
  }
}
