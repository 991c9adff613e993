import GradientCheck
import Layers

extension Mistake {
  static let softmaxDiagonal = WrongUnary("softmax without off-diagonal terms", of: Softmax()) {
    _, b, gB in gB * b * (1 - b)
  }
  static let softmaxDoubled = WrongUnary(
    "softmax gradient doubled", of: Softmax(),
    backward: {
      for _ in 0..<2 { Softmax().backward($0, $1, $2, adding: &$3) }
    })

  static let softmaxes: [Mistake] = [
    .softmax(softmaxDiagonal), .softmax(softmaxDoubled),
    .softmax(
      WrongUnary(
        "softmax off-diagonal terms only", of: Softmax(),
        backward: {
          a, b, gB, gA in
          Softmax().backward(a, b, gB, adding: &gA)
          gA.addEach { i, j in -gB[i, j] * b[i, j] * (1 - b[i, j]) }
        })),
    .softmax(WrongUnary("softmax gradient missing", of: Softmax(), backward: { _, _, _, _ in })),
    .softmax(
      WrongUnary(
        "softmax over columns' mean", of: Softmax(),
        backward: { _, b, gB, gA in
          for i in 0..<b.rows {
            let mean = (0..<b.columns).reduce(0) { $0 + gB[i, $1] } / Double(b.columns)
            for j in 0..<b.columns { gA[i, j] += b[i, j] * (gB[i, j] - mean) }
          }
        })),
    .softmax(
      WrongUnary(
        "last output not written", of: Softmax(),
        forward: { a, b in
          let before = b
          Softmax().forward(a, into: &b)
          for i in 0..<b.rows { b[i, b.columns - 1] = before[i, b.columns - 1] }
        })),
  ]

  static let sigmoids: [Mistake] = [
    .sigmoid(WrongUnary("σ′ from a", of: Sigmoid()) { a, _, gB in gB * a * (1 - a) }),
    .sigmoid(WrongUnary("wrong sign", of: Sigmoid()) { _, b, gB in -gB * b * (1 - b) }),
    .sigmoid(
      WrongUnary("off by a ten-millionth", of: Sigmoid()) {
        _, b, gB in gB * b * (1 - b) * (1 + 1e-7)
      }),
    .sigmoid(WrongUnary("upstream ignored", of: Sigmoid()) { _, b, _ in b * (1 - b) }),
    .sigmoid(
      WrongUnary("upstream's sign ignored", of: Sigmoid()) {
        _, b, gB in abs(gB) * b * (1 - b)
      }),
    .sigmoid(
      WrongUnary("right for positive numbers only", of: Sigmoid()) {
        a, b, gB in gB * (a > 0 ? b * (1 - b) : b)
      }),
    .sigmoid(
      WrongUnary("right for negative numbers only", of: Sigmoid()) {
        a, b, gB in gB * (a < 0 ? b * (1 - b) : b)
      }),
    .sigmoid(
      WrongUnary(
        "= instead of +=", of: Sigmoid(),
        backward: { _, b, gB, gA in
          gA.setEach { i, j in gB[i, j] * b[i, j] * (1 - b[i, j]) }
        }), ["Sigmoid"]),
    .sigmoid(
      WrongUnary(
        "−= instead of +=", of: Sigmoid(),
        backward: { a, b, gB, gA in
          Sigmoid().backward(a, b, gB.map { -$0 }, adding: &gA)
        })),
    .sigmoid(
      WrongUnary(
        "NaN in one gradient", of: Sigmoid(),
        backward: { a, b, gB, gA in
          Sigmoid().backward(a, b, gB, adding: &gA)
          gA[gA.rows - 1, gA.columns - 1] = .nan
        })),
    .sigmoid(
      WrongUnary(
        "forward of 2a", of: Sigmoid(),
        forward: {
          Sigmoid().forward($0.map { 2 * $0 }, into: &$1)
        })),
    .sigmoid(
      WrongUnary(
        "forward adds", of: Sigmoid(),
        forward: { a, b in
          let before = b
          Sigmoid().forward(a, into: &b)
          b.add(before)
        })),
    // Only batches show these, and the network takes one example at a time.
    .sigmoid(
      WrongUnary(
        "1/N per example", of: Sigmoid(),
        backward: { a, b, gB, gA in
          Sigmoid().backward(a, b, gB.map { $0 / Double(a.rows) }, adding: &gA)
        }), ["Sigmoid"]),
    .sigmoid(
      WrongUnary(
        "first row only", of: Sigmoid(),
        backward: { _, b, gB, gA in
          for j in 0..<b.columns { gA[0, j] += gB[0, j] * b[0, j] * (1 - b[0, j]) }
        }), ["Sigmoid"]),
    .sigmoid(
      WrongUnary(
        "first row's outputs for all rows", of: Sigmoid(),
        backward: {
          _, b, gB, gA in
          gA.addEach { i, j in gB[i, j] * b[0, j] * (1 - b[0, j]) }
        }), ["Sigmoid"]),
  ]

  static let wrongShapes: [Mistake] = [
    .sigmoid(RefusesEverything()),
    .sigmoid(
      WrongUnary(
        "output of the wrong shape", of: Sigmoid(),
        forward: { a, b in
          b = Matrix(Shape(a.rows + 1, a.columns))
        })),
    .sigmoid(
      WrongUnary(
        "gradient of the wrong shape", of: Sigmoid(),
        backward: { a, _, _, gA in
          gA = Matrix(Shape(a.rows, a.columns + 1))
        })),
    .linear(
      WrongBinary(
        "parameter gradient as B×(A+1)", of: Linear(),
        gW: { a, w, b, gB, gW in
          var gradient = Matrix(w.shape)
          Linear().accumulate(1, a, gB, adding: &gradient)
          gradient.add(gW)
          gW = gradient.transposed
        })),
  ]
}
