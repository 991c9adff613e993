import Learning
import Random
import Regression
import Terminal

extension ComputationGraphFunction {
  /// Trains and prints a line at every 50th epoch, counted from 0 as the course does, with a
  /// progress bar where there is a terminal.
  ///
  /// - Parameter loss: what is printed of the model beside the objective.
  /// - Returns: how many epochs were carried out whole; fewer than asked for after an interrupt.
  /// - Throws: what `train` throws.
  func train(
    on data: DataSet, _ settings: Settings, _ random: inout RandomState,
    loss: () throws -> Double
  ) throws -> Int {
    Interrupt.install()
    var bar = ProgressBar()
    var progress = Progress(epoch: 0, epochs: settings.epochs)
    defer { bar.clear() }
    return try train(
      on: data, step: settings.step, epochs: settings.epochs, random: &random,
      shouldStop: { Interrupt.requested }
    ) { epoch, objective in
      if settings.quiet { return }
      progress.epoch = epoch
      if (epoch - 1) % 50 == 0 {
        let loss = try loss()
        progress.trainLoss = loss
        bar.clear()
        // A reader that went away must not cost the drawing: the results' lines will tell.
        try? Output.standard.write(
          "Epoch \(epoch - 1): Ave objective=\(objective) Ave training loss: \(loss)\n")
      }
      bar.show(progress)
    }
  }
}

/// How a command ends that trained for `epochs`.
func end(after epochs: Int) throws -> ExitCode {
  guard Interrupt.requested else { return .success }
  try Output.standardError.write("regression: interrupted after epoch \(epochs)\n")
  return .interrupted
}
