import Formats
import Learning
import Terminal

let mlpCommand = Command(
  "mlp", summary: "Train a multi-layer perceptron with eager tensors, as vugrad does.",
  options: Options.all, examples: ["mlp", "mlp -D mnist --data mnist -l 0.0001 -e 2"], run: train)

/// `mlp`: trains, and after each epoch prints the loss and the validation accuracy.
private func train(_ arguments: ParsedArguments) throws -> ExitCode {
  let data = try classification(arguments)
  var training = try Training(data, arguments)
  Interrupt.install()
  try Output.standard.write(
    "\(data.training.count) examples of \(data.training.x.columns) numbers in \(data.classes) "
      + "classes, \(data.validation.count) for validation\n")
  let epochs = arguments[Options.epochs]
  var monitor = TrainingMonitor(epochs: epochs)
  defer { monitor.clear() }
  var run = Run()
  for epoch in 1..<epochs + 1 {
    let loss = try training.epoch { share in
      monitor.progress.share = share
      monitor.show()
    }
    guard loss.isFinite else { throw Divergence(epoch: epoch) }
    if Interrupt.requested { break }
    run.add(loss, try training.confusions())
    try monitor.show(
      epoch: epoch, trainLoss: loss,
      ["train": lossText(loss), "accuracy": fixed(run.accuracies[epoch - 1], 4)])
  }
  monitor.clear()
  if let best = run.best { try Output.standard.write(best) }
  try run.verdict?.warn("mlp")
  return try Interrupt.exitCode(afterEpoch: monitor.progress.epoch)
}

/// What is to be learnt.
/// - Throws: `UsageError` when the options do not go together, `FileError` for MNIST's files.
private func classification(_ arguments: ParsedArguments) throws -> Classification {
  if arguments[Options.residual], arguments[Options.layers] < 2 {
    throw UsageError("--residual needs 2 --layers or more")
  }
  switch (arguments[Options.dataset], arguments[Options.folder]) {
  case (.synth, nil): return try .synth(seed: arguments[Options.seed])
  case (.synth, _): throw UsageError("--data is for --dataset mnist")
  case (.mnist, let folder?): return try .mnist(folder: folder)
  case (.mnist, nil):
    throw UsageError("--dataset mnist needs --data, the folder of its files")
  }
}

/// What the epochs of a run gave.
private struct Run {
  private var losses: [Double] = []
  private(set) var accuracies: [Double] = []
  /// After the last epoch.
  private var confusions: [[Int]] = []

  mutating func add(_ loss: Double, _ validation: Confusions) {
    losses.append(loss)
    accuracies.append(Double(validation.right) / Double(validation.count))
    confusions = validation.counts
  }

  /// A line about the epoch with the highest accuracy, where the last one has less.
  var best: String? {
    guard let best = accuracies.max(), best != accuracies.last,
      let index = accuracies.firstIndex(of: best)
    else { return nil }
    return "best epoch \(index + 1)  train \(lossText(losses[index]))  accuracy \(fixed(best, 4))\n"
  }

  var verdict: TrainingVerdict? {
    TrainingVerdict(
      losses: losses, confusions: confusions, names: confusions.indices.map { "\($0)" })
  }
}

/// The loss is not a number any more.
private struct Divergence: DataError, CustomStringConvertible {
  let epoch: Int

  var description: String {
    "the loss is not a number in epoch \(epoch); try a smaller --learning-rate"
  }
}
