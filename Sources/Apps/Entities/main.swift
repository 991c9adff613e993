import Terminal

Program(
  "entities", version: "0.1.0",
  summary: "Tell from a name's characters what kind of thing has it, with an MLP or an LSTM.",
  commands: [trainCommand, predictCommand, evaluateCommand, experimentCommand]
).run()
