import Entities
import Random
import Terminal

extension TitleNetwork {
  /// Trains, and shows the losses after each epoch with the time since the one before.
  func train(
    _ data: TrainingData, _ settings: TrainingSettings, _ random: inout RandomState, quiet: Bool
  ) throws -> TrainingHistory {
    let epochs = settings.epochs
    var monitor = TrainingMonitor(epochs: epochs, quiet: quiet)
    defer { monitor.clear() }
    var start = ContinuousClock.now
    return try train(
      data.training, validation: data.validation, epochs: epochs, rate: settings.rate,
      schedule: settings.schedule, random: &random, test: data.test
    ) { losses in
      let now = ContinuousClock.now
      let seconds = (now - start) / Duration.seconds(1)
      start = now
      try? monitor.show(
        epoch: losses.epoch, trainLoss: losses.training, validationLoss: losses.validation,
        [
          "train": lossText(losses.training), "validation": lossText(losses.validation),
          "": "\(fixed(seconds, 3)) s",
        ])
    } isInterrupted: {
      Interrupt.requested
    }
  }
}

extension TrainingSettings {
  /// Everything that decides the result beside the dataset, as the report and the model file show
  /// it.
  func list(for kind: Architecture.Kind) -> [(name: String, value: String)] {
    [
      ("max_len", "\(maxLength)"), ("hidden", "\(hidden)"), ("batch_size", "\(batch)"),
      ("epochs", "\(epochs)"), ("learning_rate", "\(rate)"), ("schedule", schedule.rawValue),
    ] + (kind == .lstm ? [("forget_bias", "\(forgetBias)")] : []) + [("seed", "\(seed)")]
  }
}
