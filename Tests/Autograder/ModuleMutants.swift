import CLibrary
import Layers

extension Mutant {
  /// Networks with a wrong module.
  static let modules = linears + sigmoids + softmaxes + losses

  static let linears = [
    linear(
      "Linear: ignores gB",
      backwardW: { a, w, gB, gW in
        var ones = gB
        ones.fill(1)
        Linear().backward(a, w, gB, ones, addingW: &gW)
      }, "linear.g_w-ignores-g", loses: ["Q2.2", "Q2.8", "Q3.1", "Q6.1", "Q6.5"],
      keeps: ["Q1", "Q4"]),
    linear(
      "Linear: = for +=",
      backwardA: { a, w, gB, gA in
        gA.fill(0)
        Linear().backward(a, w, gB, gB, addingA: &gA)
      }, "adding.overwrites", loses: ["Q2.1"],
      keeps: ["Q1", "Q3", "Q4", "Q6"]),
    linear(
      "Linear: no gradient of the bias",
      backwardW: { a, w, gB, gW in
        let biases = (0..<gW.columns).map { gW[0, $0] }
        Linear().backward(a, w, gB, gB, addingW: &gW)
        for j in biases.indices { gW[0, j] = biases[j] }
      }, "linear.g_w-without-bias", loses: ["Q2.2", "Q2.8", "Q3.1", "Q6.1"],
      keeps: ["Q1", "Q4"]),
    linear(
      "Linear: first row of the batch only",
      backwardW: { a, w, gB, gW in
        let (first, upstream) = (Matrix(row: a.arrays[0]), Matrix(row: gB.arrays[0]))
        Linear().backward(first, w, upstream, upstream, addingW: &gW)
      }, "linear.g_w-first-row", loses: ["Q2.2", "Q6.1"],
      keeps: ["Q1", "Q3", "Q4"]),
    linear(
      "Linear: gradient of the wrong shape",
      backwardA: { a, _, _, gA in
        gA = Matrix(rows: a.rows, columns: a.columns + 1)
      }, loses: ["Q2.1", "Q2.8", "Q3.1", "Q6.1"],
      keeps: ["Q1", "Q4"]),
    Mutant(
      "Linear: output of the wrong shape",
      ModulesSubmission(
        linear: AlteredBinary(
          original: Linear(),
          forward: { a, w, b in b = Matrix(rows: a.rows, columns: w.columns + 1) })),
      [], loses: ["Q1.1", "Q1.5", "Q3.1", "Q4.1", "Q6.1"],
      keeps: []),
  ]

  static let sigmoids = [
    Mutant(
      "Sigmoid: slope from a",
      ModulesSubmission(
        sigmoid: AlteredUnary(
          original: Sigmoid(),
          backward: { a, _, gB, gA in
            gA.update { $0 + gB[$1, $2] * a[$1, $2] * (1 - a[$1, $2]) }
          })),
      ["sigmoid.slope-from-a"], loses: ["Q2.4", "Q2.8", "Q3.1", "Q6.2", "Q6.5"],
      keeps: ["Q1", "Q4"]),
    Mutant(
      "Sigmoid: exp(a) for exp(−a)",
      ModulesSubmission(
        sigmoid: AlteredUnary(
          original: Sigmoid(), forward: { a, b in b.update { 1 / (1 + exp(a[$1, $2])) } })),
      ["sigmoid.exp-of-plus-a"], loses: ["Q1.2", "Q1.5", "Q3.1", "Q6.2"],
      keeps: ["Q2"]),
    Mutant(
      "Sigmoid: throws in shape",
      ModulesSubmission(
        sigmoid: AlteredUnary(
          original: Sigmoid(),
          shape: { a throws(ShapeError) in throw ShapeError("MySigmoid", "no \(a), please") })),
      [], loses: ["Q1.2", "Q1.5", "Q2.8", "Q3.1", "Q4.1", "Q6.2"],
      keeps: []),
  ]

  static let softmaxes = [
    Mutant(
      "Softmax: without off-diagonal terms",
      ModulesSubmission(
        softmax: AlteredUnary(
          original: Softmax(),
          backward: { _, b, gB, gA in
            gA.update { $0 + gB[$1, $2] * b[$1, $2] * (1 - b[$1, $2]) }
          })),
      ["softmax.diagonal-only", "pass.g_b-target-only"],
      loses: ["Q2.5", "Q2.8", "Q3.1", "Q6.3", "Q6.5"],
      keeps: ["Q1", "Q4"]),
    Mutant(
      "Softmax: without the maximum",
      ModulesSubmission(
        softmax: AlteredUnary(
          original: Softmax(),
          forward: { a, b in
            b.update { _, i, j in exp(a[i, j]) / (0..<a.columns).reduce(0) { $0 + exp(a[i, $1]) } }
          })),
      ["softmax.without-maximum"], loses: ["Q1.6"],
      keeps: ["Q3", "Q4"]),
    Mutant(
      "Softmax: over the whole batch",
      ModulesSubmission(
        softmax: AlteredUnary(
          original: Softmax(),
          forward: { a, b in
            let largest = a.values.max() ?? 0
            let sum = a.values.reduce(0) { $0 + exp($1 - largest) }
            b.update { exp(a[$1, $2] - largest) / sum }
          })),
      ["softmax.whole-batch"], loses: ["Q1.3", "Q6.3"],
      keeps: ["Q3", "Q4"]),
  ]

  static let losses = [
    Mutant(
      "CrossEntropy: without minus",
      ModulesSubmission(
        crossEntropy: AlteredBinary(
          original: CrossEntropy(),
          forward: { y, ŷ, loss in
            CrossEntropy().forward(y, ŷ, into: &loss)
            loss = loss.mapped { -$0 }
          })),
      ["cross_entropy.without-minus"], loses: ["Q1.4", "Q1.5", "Q3.1", "Q6.4"],
      keeps: ["Q2", "Q4"]),
    Mutant(
      "CrossEntropy: ignores gJ",
      ModulesSubmission(
        crossEntropy: AlteredBinary(
          original: CrossEntropy(),
          backwardW: { y, ŷ, gJ, gŶ in
            CrossEntropy().backward(y, ŷ, gJ, gJ.mapped { _ in 1 }, addingW: &gŶ)
          })),
      ["cross_entropy.g-ignores-g"], loses: ["Q2.6", "Q6.4"],
      keeps: ["Q1", "Q3", "Q4"]),
    Mutant(
      "CrossEntropy: no gradient of the target",
      ModulesSubmission(
        crossEntropy: AlteredBinary(original: CrossEntropy(), backwardA: { _, _, _, _ in })),
      [], loses: ["Q2.7", "Q6.4"],
      keeps: ["Q1", "Q3", "Q4"]),
  ]

  private static func linear(
    _ name: String, backwardA: AlteredBinary.Backward? = nil,
    backwardW: AlteredBinary.Backward? = nil, _ mistakes: String..., loses: [String],
    keeps: [String]
  ) -> Mutant {
    let linear = AlteredBinary(original: Linear(), backwardA: backwardA, backwardW: backwardW)
    return Mutant(
      name, ModulesSubmission(linear: linear), mistakes, loses: loses, keeps: keeps)
  }
}
