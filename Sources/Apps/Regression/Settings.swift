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
  /// Trains and prints a line after the first epoch and every 50th from there, as the course does.
  ///
  /// - Parameter loss: what is printed of the model beside the objective.
  /// - Returns: how many epochs were carried out whole; fewer than asked for after an interrupt.
  func train(
    on data: DataSet, _ settings: Settings, _ random: inout RandomState,
    loss: () throws -> Double
  ) throws -> Int {
    let epochs = settings.descent.epochs
    var monitor = TrainingMonitor(epochs: epochs, quiet: settings.quiet)
    defer { monitor.clear() }
    let untrained = try averageObjective(data)
    var objectives: [Double] = []
    let done = try train(
      on: data, step: settings.descent.step, epochs: epochs, random: &random,
      shouldStop: { Interrupt.requested }
    ) { epoch, objective in
      if settings.quiet { return }
      objectives.append(objective)
      guard (epoch - 1) % 50 == 0 else {
        monitor.progress.epoch = epoch
        return monitor.show()
      }
      let loss = try loss()
      try? monitor.show(
        epoch: epoch, trainLoss: loss,
        ["train": "\(loss)", "objective": "\(objective)"])
    }
    monitor.clear()
    try TrainingVerdict(losses: objectives, untrained: untrained, option: "--step")?
      .warn("regression")
    return done
  }
}
