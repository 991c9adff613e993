import Learning
import Terminal

/// Shows a training run as it goes on: a line per epoch, and a progress bar where there is a
/// terminal.
struct TrainingMonitor {
  private let epochs: Int
  private let quiet: Bool
  private var bar = ProgressBar()
  private var epochStart = ContinuousClock.now

  init(_ settings: TrainSettings) {
    (epochs, quiet) = (settings.training.epochs, settings.quiet)
    if !quiet { bar.show(Progress(epoch: 0, epochs: epochs)) }
  }

  /// Shows the losses after an epoch, and the time since the one before.
  mutating func show(_ losses: EpochLosses) {
    let now = ContinuousClock.now
    let seconds = (now - epochStart) / Duration.seconds(1)
    epochStart = now
    if quiet { return }
    bar.clear()
    let epoch = "\(losses.epoch)".padded("\(epochs)".count, right: true)
    // A reader that went away must not cost the trained network: the report will tell.
    try? Output.standard.write(
      "epoch \(epoch)/\(epochs)  train \(lossText(losses.training))"
        + "  validation \(lossText(losses.validation))  \(fixed(seconds, 3)) s\n")
    bar.show(
      Progress(
        epoch: losses.epoch, epochs: epochs, trainLoss: losses.training,
        validationLoss: losses.validation))
  }

  /// Leaves a clean line for what follows.
  mutating func end() { bar.clear() }
}
