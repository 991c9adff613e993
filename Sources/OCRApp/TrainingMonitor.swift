import Learning
import Terminal

/// Shows a training run as it goes on: a progress bar on a terminal; a line per epoch where the
/// output is kept, in a file or a pipe, or where no bar can be drawn.
struct TrainingMonitor {
  private let epochs: Int
  private let showsBar: Bool
  private let showsLines: Bool
  private var bar = ProgressBar()

  init(_ settings: TrainSettings) {
    epochs = settings.epochs
    showsBar = !settings.quiet && bar.isVisible
    showsLines =
      !settings.quiet && !(bar.isVisible && TerminalCapabilities(.standard).isTerminal)
    if showsBar { bar.show(Progress(epoch: 0, epochs: epochs)) }
  }

  /// Shows the losses after an epoch.
  mutating func show(_ losses: EpochLosses) {
    if showsLines {
      // A reader that went away must not cost the trained network: the report will tell.
      try? Output.standard.write(
        "epoch \(losses.epoch)/\(epochs)  train \(lossText(losses.training))"
          + "  validation \(lossText(losses.validation))\n")
    }
    if showsBar {
      bar.show(
        Progress(
          epoch: losses.epoch, epochs: epochs, trainLoss: losses.training,
          validationLoss: losses.validation))
    }
  }

  /// Leaves a clean line for what follows.
  mutating func end() { bar.clear() }
}
