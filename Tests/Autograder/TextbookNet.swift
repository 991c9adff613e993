import CLibrary

/// The OCR network in plain loops over arrays, without any of the package's modules.
///
/// Without a bug it is a second implementation that must earn full points; with one it must not.
struct TextbookNet {
  /// α: D×(M+1), biases in column 0.
  var alpha: [[Double]]
  /// β: K×(D+1), biases in column 0.
  var beta: [[Double]]
  let bug: TextbookBug?

  struct Pass {
    var a, z, b, ŷ: [Double]
    var loss: Double
  }

  struct Gradient {
    var b, z, a: [Double]
    var alpha, beta: [[Double]]
  }

  func forward(_ x: [Double], _ label: Int) -> Pass {
    let a = affine(alpha, x)
    var z = a.map(sigmoid)
    if bug == .sigmoidTwice { z = z.map(sigmoid) }
    let b = affine(beta, z)
    let ŷ = softmax(b)
    return Pass(a: a, z: z, b: b, ŷ: ŷ, loss: loss(ŷ[target(label)]))
  }

  func backward(_ x: [Double], _ label: Int, _ o: Pass) -> Gradient {
    var gB = o.ŷ
    gB[target(label)] -= 1
    if bug == .softmaxDiagonalOnly {
      for k in gB.indices where k != target(label) { gB[k] = 0 }
    }
    let gZ = gradientOfZ(gB)
    var gA = gZ
    for j in gA.indices { gA[j] *= sigmoidSlope(a: o.a[j], z: o.z[j]) }
    return Gradient(b: gB, z: gZ, a: gA, alpha: outer(gA, x), beta: outer(gB, o.z))
  }

  func gradientOfZ(_ gB: [Double]) -> [Double] {
    let first = bug == .gradientOfZFromBiasColumn ? 0 : 1
    var gZ = Array(repeating: 0.0, count: beta[0].count - 1)
    for j in gZ.indices {
      for k in gB.indices {
        if bug == .assignsInsteadOfAdding { gZ[j] = 0 }
        gZ[j] += beta[k][j + first] * gB[k]
      }
    }
    return gZ
  }

  /// argmax ŷ, the lowest on ties.
  func predict(_ x: [Double]) -> Int {
    let ŷ = forward(x, 0).ŷ
    var best = 0
    for k in ŷ.indices {
      let wins =
        switch bug {
        case .lastOfTies: ŷ[k] >= ŷ[best]
        case .leastProbable: ŷ[k] < ŷ[best]
        default: ŷ[k] > ŷ[best]
        }
      if wins { best = k }
    }
    return bug == .labelsFromOne ? best + 1 : best
  }
}

extension TextbookNet {
  /// Which element of ŷ the loss looks at.
  private func target(_ label: Int) -> Int {
    bug == .labelsShifted ? (label + 1) % beta.count : label
  }

  private func affine(_ weights: [[Double]], _ inputs: [Double]) -> [Double] {
    let first = bug == .biasLast ? 0 : 1
    return weights.map { row in
      var sum = row[bug == .biasLast ? row.count - 1 : 0]
      if bug == .biasIgnored { sum = 0 }
      for i in inputs.indices { sum += row[i + first] * inputs[i] }
      return sum
    }
  }

  private func sigmoid(_ a: Double) -> Double { 1 / (1 + exp(-a)) }

  private func sigmoidSlope(a: Double, z: Double) -> Double {
    switch bug {
    case .sigmoidSlopeFromA: a * (1 - a)
    case .sigmoidSlopeMissing: 1
    default: z * (1 - z)
    }
  }

  private func softmax(_ b: [Double]) -> [Double] {
    let shift = bug == .softmaxWithoutMaximum ? 0 : b.reduce(b[0], max)
    let powers = b.map { exp($0 - shift) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  private func loss(_ probability: Double) -> Double {
    switch bug {
    case .lossWithoutMinus: log(probability)
    case .lossBase2: -log2(probability)
    default: -log(probability)
    }
  }

  /// `g [1 inputs]ᵀ`
  private func outer(_ g: [Double], _ inputs: [Double]) -> [[Double]] {
    g.map { g in [g] + inputs.map { g * $0 } }
  }
}
