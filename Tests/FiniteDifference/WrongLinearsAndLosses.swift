import GradientCheck
import Layers

extension Mistake {
  static let linears: [Mistake] = [
    .linear(
      WrongBinary(
        "bias row in gA", of: Linear(),
        gA: { a, w, _, gB, gA in
          gA.addEach { i, j in (0..<w.columns).reduce(0) { $0 + gB[i, $1] * w[j, $1] } }
        })),
    .linear(
      WrongBinary(
        "bias last in forward", of: Linear(),
        forward: { a, w, b in
          b.setEach { i, k in
            (0..<a.columns).reduce(w[a.columns, k]) { $0 + a[i, $1] * w[$1, k] }
          }
        })),
    .linear(
      WrongBinary(
        "bias last in gW", of: Linear(),
        gW: { a, w, b, gB, gW in
          var gradient = Matrix(w.shape)
          Linear().accumulate(1, a, gB, adding: &gradient)
          gW.addEach { i, k in gradient[(i + 1) % w.rows, k] }
        })),
    .linear(
      WrongBinary(
        "bias not learnt", of: Linear(),
        gW: { a, w, _, gB, gW in
          let bias = (0..<w.columns).map { gW[0, $0] }
          Linear().accumulate(1, a, gB, adding: &gW)
          for k in 0..<w.columns { gW[0, k] = bias[k] }
        })),
    .linear(WrongBinary("gA missing", of: Linear(), gA: { _, _, _, _, _ in })),
    .linear(
      WrongBinary(
        "gW adds up twice", of: Linear(),
        gW: { a, _, _, gB, gW in
          Linear().accumulate(2, a, gB, adding: &gW)
        })),
    .linear(
      WrongBinary(
        "gW = instead of +=", of: Linear(),
        gW: { a, _, _, gB, gW in
          gW.fill(0)
          Linear().accumulate(1, a, gB, adding: &gW)
        }), ["Linear"]),
    // The network's parameters are not square.
    .linear(
      WrongBinary(
        "gW transposed where it is square", of: Linear(),
        gW: { a, w, _, gB, gW in
          var gradient = Matrix(w.shape)
          Linear().accumulate(1, a, gB, adding: &gradient)
          gW.add(w.rows == w.columns ? gradient.transposed : gradient)
        }), ["Linear"]),
    .linear(
      WrongBinary(
        "gW of the last example only", of: Linear(),
        gW: { a, _, _, gB, gW in
          let last = a.rows - 1
          Linear().accumulate(
            1, Matrix(row: (0..<a.columns).map { a[last, $0] }),
            Matrix(row: (0..<gB.columns).map { gB[last, $0] }), adding: &gW)
        }), ["Linear"]),
  ]

  static let losses: [Mistake] = [
    .crossEntropy(
      WrongBinary(
        "y/ŷ", of: CrossEntropy(),
        gW: { y, ŷ, loss, gJ, gŶ in
          CrossEntropy().backward(y, ŷ, loss, gJ.map { -$0 }, addingW: &gŶ)
        })),
    .crossEntropy(
      WrongBinary(
        "−1/ŷ", of: CrossEntropy(),
        gW: { y, ŷ, _, gJ, gŶ in
          gŶ.addEach { i, k in -gJ[i, 0] / ŷ[i, k] }
        })),
    .crossEntropy(
      WrongBinary(
        "−y/ŷ over N", of: CrossEntropy(),
        gW: { y, ŷ, loss, gJ, gŶ in
          CrossEntropy().backward(y, ŷ, loss, gJ.map { $0 / Double(y.rows) }, addingW: &gŶ)
        }), ["CrossEntropy"]),
    .crossEntropy(
      WrongBinary("target without a gradient", of: CrossEntropy(), gA: { _, _, _, _, _ in }),
      ["CrossEntropy"]),
    .joined(
      WrongBinary(
        "y − ŷ", of: SoftmaxCrossEntropy(),
        gW: { y, b, loss, gJ, gB in
          SoftmaxCrossEntropy().backward(y, b, loss, gJ.map { -$0 }, addingW: &gB)
        })),
    .joined(
      WrongBinary(
        "ŷ alone", of: SoftmaxCrossEntropy(),
        gW: { y, b, _, gJ, gB in
          var ŷ = Matrix(b.shape)
          Softmax().forward(b, into: &ŷ)
          gB.addEach { i, k in ŷ[i, k] * gJ[i, 0] }
        })),
    .joined(
      WrongBinary(
        "upstream ignored", of: SoftmaxCrossEntropy(),
        gW: { y, b, loss, gJ, gB in
          SoftmaxCrossEntropy().backward(y, b, loss, gJ.map { _ in 1 }, addingW: &gB)
        })),
  ]
}
