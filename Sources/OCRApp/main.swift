import GradientCheck
import Network
import Terminal

Program(
  "ocr", version: programVersion,
  summary: "Learn to read handwritten letters with a one-hidden-layer network.",
  commands: [
    trainCommand, neuralnetCommand, evaluateCommand, predictCommand, showCommand, reportCommand,
    checkCommand(LayerCheck.all()), gradeCommand,
  ]
).run()
