import Terminal

/// `mlp`: trains, and after each epoch prints the loss and the validation accuracy.
func train(_ arguments: ParsedArguments) throws -> ExitCode {
  let settings = try Settings(arguments)
  let task =
    if let folder = settings.folder { try Task.mnist(folder: folder) } else {
      Task.synth(seed: settings.seed)
    }
  var training = try Training(task, settings)
  Interrupt.install()
  var bar = ProgressBar()
  var progress = Progress(epoch: 0, epochs: settings.epochs)
  try Output.standard.write(
    "\(task.training.count) examples, \(task.validation.count) for validation\n")
  bar.show(progress)
  for epoch in 1..<settings.epochs + 1 {
    let loss = try training.epoch { share in
      progress.share = share
      bar.show(progress)
    }
    guard loss.isFinite else { throw Divergence(epoch: epoch) }
    if Interrupt.requested { break }
    let accuracy = try training.accuracy()
    bar.clear()
    try Output.standard.write(
      "epoch \(epoch)  loss \(lossText(loss))  accuracy \(fixed(accuracy, 4))\n")
    progress.epoch = epoch
    progress.share = 0
    progress.trainLoss = loss
  }
  bar.clear()
  guard Interrupt.requested else { return .success }
  try Output.standardError.write("mlp: interrupted after epoch \(progress.epoch)\n")
  return .interrupted
}
