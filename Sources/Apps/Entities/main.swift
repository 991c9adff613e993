import Terminal

Program(
  "entities", version: "0.1.0",
  summary: "Tell from a name's characters what kind of thing has it, with an MLP or an LSTM.",
  commands: [trainCommand, predictCommand, evaluateCommand, experimentCommand]
).run { command, arguments in
  switch command {
  case "train": try train(arguments)
  case "predict": try predict(arguments)
  case "evaluate": try evaluate(arguments)
  default: try experiment(arguments)
  }
}
