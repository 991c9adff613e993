/// A mistake to build into a ``TextbookNet``.
enum TextbookBug: String {
  // In the forward pass.
  case biasLast, biasIgnored, softmaxWithoutMaximum, lossWithoutMinus, lossBase2, labelsShifted
  case sigmoidTwice, inputWithBias
  // In the backward pass.
  case sigmoidSlopeFromA, sigmoidSlopeMissing, softmaxDiagonalOnly, gradientOfZFromBiasColumn
  case gradientOfZWithBias, assignsInsteadOfAdding, gradientOfAlphaTransposed
  // In a step.
  case betaUpdatedFirst, biasNotLearned, dividesByCount, gradientAscent
  // In the training loop.
  case fullBatch, reversedOrder, oneEpochTooFew, lossesDuringEpoch, lossesBeforeEpoch
  case lossesAsSums, validationLossesFromTraining
  // In the initialisation.
  case randomBiases, betaDrawnFirst, drawnColumnByColumn, drawnPositive, zeroWithBiases
  // In the prediction.
  case lastOfTies, leastProbable, labelsFromOne
}
