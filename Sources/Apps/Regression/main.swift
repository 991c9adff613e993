import Terminal

Program(
  "regression", version: "0.1.0",
  summary: "Fit a function to points, or tell classes apart, with computation graphs.",
  commands: [linearCommand, ridgeCommand, mlpCommand, multiclassCommand]
).run()
