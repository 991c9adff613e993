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
      }, loses: ["Q2.7 Linear g_w", "Q2.1 g_β", "Q3.1 α", "Q6.1 Linear", "Q6.6 Network"],
      keeps: ["Q1", "Q4"]),
    linear(
      "Linear: = for +=",
      backwardA: { a, w, gB, gA in
        gA.fill(0)
        Linear().backward(a, w, gB, gB, addingA: &gA)
      }, loses: ["Q2.7 Linear g_a: a second call", "Q6.1 Linear"], keeps: ["Q1", "Q3", "Q4"]),
    linear(
      "Linear: no gradient of the bias",
      backwardW: { a, w, gB, gW in
        let biases = (0..<gW.columns).map { gW[0, $0] }
        Linear().backward(a, w, gB, gB, addingW: &gW)
        for j in biases.indices { gW[0, j] = biases[j] }
      }, loses: ["Q2.1 g_β", "Q2.7 Linear g_w", "Q3.1 α", "Q6.1 Linear"], keeps: ["Q1", "Q4"]),
    linear(
      "Linear: first row of the batch only",
      backwardW: { a, w, gB, gW in
        let (first, upstream) = (Matrix(row: a.arrays[0]), Matrix(row: gB.arrays[0]))
        Linear().backward(first, w, upstream, upstream, addingW: &gW)
      }, loses: ["Q2.7 Linear g_w", "Q6.1 Linear"], keeps: ["Q1", "Q3", "Q4"]),
    linear(
      "Linear: gradient of the wrong shape",
      backwardA: { a, _, _, gA in
        gA = Matrix(rows: a.rows, columns: a.columns + 1)
      }, loses: ["Q2.7 Linear g_a: the shape is 4×4", "Q2.1 threw", "Q3", "Q6.1 Linear"],
      keeps: ["Q1", "Q4"]),
    Mutant(
      "Linear: output of the wrong shape",
      ModulesSubmission(
        linear: AlteredBinary(
          original: Linear(),
          forward: { a, w, b in b = Matrix(rows: a.rows, columns: w.columns + 1) })),
      loses: ["Q1.7 Linear: threw", "Q2.1 threw", "Q3", "Q4", "Q6.1 Linear"], keeps: []),
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
      loses: ["Q2.4 g_a", "Q2.7 Sigmoid g_a", "Q3.1 α", "Q6.2 Sigmoid", "Q6.6 Network"],
      keeps: ["Q1", "Q4"]),
    Mutant(
      "Sigmoid: exp(a) for exp(−a)",
      ModulesSubmission(
        sigmoid: AlteredUnary(
          original: Sigmoid(), forward: { a, b in b.update { 1 / (1 + exp(a[$1, $2])) } })),
      loses: ["Q1.2 z", "Q1.7 Sigmoid", "Q3.1 α", "Q6.2 Sigmoid"], keeps: []),
    Mutant(
      "Sigmoid: throws in shape",
      ModulesSubmission(
        sigmoid: AlteredUnary(
          original: Sigmoid(),
          shape: { a throws(ShapeError) in throw ShapeError("MySigmoid", "no \(a), please") })),
      loses: ["Q1.1 threw MySigmoid: no 1×3, please", "Q2.1 threw", "Q3", "Q4", "Q6.2 Sigmoid"],
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
      loses: ["Q2.1 g_b", "Q2.7 Softmax g_a", "Q3.1 α", "Q6.3 Softmax", "Q6.6 Network"],
      keeps: ["Q1", "Q4"]),
    Mutant(
      "Softmax: without the maximum",
      ModulesSubmission(
        softmax: AlteredUnary(
          original: Softmax(),
          forward: { a, b in
            b.update { _, i, j in exp(a[i, j]) / (0..<a.columns).reduce(0) { $0 + exp(a[i, $1]) } }
          })),
      loses: ["Q1.6 ŷ", "Q2.6 g_b", "Q6.3 Softmax"], keeps: ["Q3", "Q4"]),
    Mutant(
      "Softmax: over the whole batch",
      ModulesSubmission(
        softmax: AlteredUnary(
          original: Softmax(),
          forward: { a, b in
            let sum = a.values.reduce(0) { $0 + exp($1) }
            b.update { exp(a[$1, $2]) / sum }
          })),
      loses: ["Q1.7 Softmax", "Q6.3 Softmax"], keeps: ["Q3", "Q4"]),
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
      loses: ["Q1.1 J", "Q1.7 CrossEntropy", "Q3.1 training losses", "Q6.4 CrossEntropy"],
      keeps: ["Q4"]),
    Mutant(
      "CrossEntropy: ignores gJ",
      ModulesSubmission(
        crossEntropy: AlteredBinary(
          original: CrossEntropy(),
          backwardW: { y, ŷ, gJ, gŶ in
            CrossEntropy().backward(y, ŷ, gJ, gJ.mapped { _ in 1 }, addingW: &gŶ)
          })),
      loses: ["Q2.7 CrossEntropy g_w", "Q6.4 CrossEntropy"], keeps: ["Q1", "Q3", "Q4"]),
    Mutant(
      "CrossEntropy: no gradient of the target",
      ModulesSubmission(
        crossEntropy: AlteredBinary(original: CrossEntropy(), backwardA: { _, _, _, _ in })),
      loses: ["Q2.7 CrossEntropy g_a", "Q6.4 CrossEntropy"], keeps: ["Q1", "Q3", "Q4"]),
    Mutant(
      "SoftmaxCrossEntropy: mean over the classes",
      ModulesSubmission(
        softmaxCrossEntropy: AlteredBinary(
          original: SoftmaxCrossEntropy(),
          forward: { y, b, loss in
            SoftmaxCrossEntropy().forward(y, b, into: &loss)
            loss = loss.mapped { $0 / Double(y.columns) }
          })),
      loses: ["Q1.7 SoftmaxCrossEntropy", "Q6.5 SoftmaxCrossEntropy"], keeps: ["Q2", "Q3"]),
    Mutant(
      "SoftmaxCrossEntropy: no gradient of the target",
      ModulesSubmission(
        softmaxCrossEntropy: AlteredBinary(
          original: SoftmaxCrossEntropy(), backwardA: { _, _, _, _ in })),
      loses: ["Q2.7 SoftmaxCrossEntropy g_a", "Q6.5 SoftmaxCrossEntropy"], keeps: ["Q1", "Q3"]),
    Mutant(
      "SoftmaxCrossEntropy: y − ŷ",
      ModulesSubmission(
        softmaxCrossEntropy: AlteredBinary(
          original: SoftmaxCrossEntropy(),
          backwardW: { y, b, gJ, gB in
            let minus = gJ.mapped { -$0 }
            SoftmaxCrossEntropy().backward(y, b, gJ, minus, addingW: &gB)
          })),
      loses: ["Q2.7 SoftmaxCrossEntropy g_w", "Q6.5 SoftmaxCrossEntropy"],
      keeps: ["Q1", "Q3", "Q4"]),
  ]

  private static func linear(
    _ name: String, backwardA: AlteredBinary.Backward? = nil,
    backwardW: AlteredBinary.Backward? = nil, loses: [String], keeps: [String]
  ) -> Mutant {
    let linear = AlteredBinary(original: Linear(), backwardA: backwardA, backwardW: backwardW)
    return Mutant(name, ModulesSubmission(linear: linear), loses: loses, keeps: keeps)
  }
}
