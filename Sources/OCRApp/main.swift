import Terminal

Program(
  "ocr", version: "0.1.0",
  summary: "Learn to read handwritten letters with a one-hidden-layer network.",
  commands: [
    trainCommand, evaluateCommand, predictCommand, showCommand, checkCommand, gradeCommand,
  ]
).run { command, arguments in
  switch command {
  case "train": try train(arguments)
  case "evaluate": try evaluate(arguments)
  case "predict": try predict(arguments)
  case "show": try show(arguments)
  case "check": try check(arguments)
  default: try grade(arguments)
  }
}
