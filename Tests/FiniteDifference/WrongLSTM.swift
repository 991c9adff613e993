import Layers
import Operations

extension WrongOperation {
  private static let gateShapes = [[Shape(2, 12), Shape(2, 12)]]
  private static let stateShapes = [[Shape(2, 12), Shape(2, 3)]]

  /// Mistakes with the gates i, f, o, c̃ of an LSTM.
  static let lstm = [
    WrongOperation(
      "the candidate is differentiated as a gate", OperationCheck(LSTMGates(), shapes: gateShapes),
      gA: { _, _, b, gB, gA in
        gA.addEach { i, j in gB[i, j] * b[i, j] * (1 - b[i, j]) }
      }),
    WrongOperation(
      "the output gate is differentiated as the candidate",
      OperationCheck(LSTMGates(), shapes: gateShapes),
      gW: { _, _, b, gB, gW in
        gW.addEach { i, j in
          gB[i, j] * (j < 6 ? b[i, j] * (1 - b[i, j]) : 1 - b[i, j] * b[i, j])
        }
      }),
    WrongOperation(
      "the input gate lets the last state through", OperationCheck(LSTMCell(), shapes: stateShapes),
      gW: { a, _, _, gB, gW in
        gW.addEach { i, j in gB[i, j] * a[i, j] }
      }),
    WrongOperation(
      "input and forget gate exchanged", OperationCheck(LSTMCell(), shapes: stateShapes),
      gA: { a, w, _, gB, gA in
        for i in 0..<2 {
          for j in 0..<3 {
            gA[i, j] += gB[i, j] * w[i, j]
            gA[i, 3 + j] += gB[i, j] * a[i, 9 + j]
            gA[i, 9 + j] += gB[i, j] * a[i, j]
          }
        }
      }),
    WrongOperation(
      "the forget gate instead of the output gate",
      OperationCheck(LSTMOutput(), shapes: stateShapes),
      gW: { a, _, _, gB, gW in
        gW.addEach { i, j in gB[i, j] * a[i, 3 + j] }
      }),
  ]
}
