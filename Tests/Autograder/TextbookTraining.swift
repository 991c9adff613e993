import Random

/// Letters as plain arrays.
struct TextbookData {
  var images: [[Double]]
  var labels: [Int]
}

extension TextbookNet {
  /// ZERO for no seed, otherwise RANDOM.
  init(inputs: Int, hidden: Int, classes: Int, seed: UInt32?, bug: TextbookBug?) {
    self.bug = bug
    alpha = Array(repeating: Array(repeating: 0, count: inputs + 1), count: hidden)
    beta = Array(repeating: Array(repeating: 0, count: hidden + 1), count: classes)
    if let seed {
      var random = RandomState(seed: seed)
      if bug == .betaDrawnFirst { draw(&beta, &random) }
      draw(&alpha, &random)
      if bug != .betaDrawnFirst { draw(&beta, &random) }
    } else if bug == .zeroWithBiases {
      for j in alpha.indices { alpha[j][0] = 1 }
    }
  }

  private func draw(_ weights: inout [[Double]], _ random: inout RandomState) {
    let first = bug == .randomBiases ? 0 : 1
    let low = bug == .drawnPositive ? 0 : -0.1
    if bug == .drawnColumnByColumn {
      for i in 1..<weights[0].count {
        for j in weights.indices { weights[j][i] = random.uniform(low, 0.1) }
      }
    } else {
      for j in weights.indices {
        for i in first..<weights[j].count { weights[j][i] = random.uniform(low, 0.1) }
      }
    }
  }

  /// The losses after each epoch.
  mutating func train(
    _ training: TextbookData, _ validation: TextbookData, epochs: Int, rate: Double
  ) -> (training: [Double], validation: [Double]) {
    var losses: (training: [Double], validation: [Double]) = ([], [])
    for _ in 0..<max(0, bug == .oneEpochTooFew ? epochs - 1 : epochs) {
      let before = bug == .lossesBeforeEpoch ? meanLoss(training) : nil
      let during = runEpoch(training, rate)
      losses.training.append(
        bug == .lossesDuringEpoch ? during : before ?? meanLoss(training))
      losses.validation.append(
        meanLoss(bug == .validationLossesFromTraining ? training : validation))
    }
    return losses
  }

  /// One step per example, in order. Returns the mean of the losses met on the way.
  private mutating func runEpoch(_ data: TextbookData, _ rate: Double) -> Double {
    var sum = 0.0
    let start = self
    let order = bug == .reversedOrder ? data.labels.indices.reversed() : Array(data.labels.indices)
    for i in order {
      let (x, label) = (data.images[i], data.labels[i])
      let net = bug == .fullBatch ? start : self
      let o = net.forward(x, label)
      sum += o.loss
      step(
        x, label, o, net.backward(x, label, o),
        bug == .dividesByCount ? rate / Double(data.labels.count) : rate)
    }
    return sum / Double(data.labels.count)
  }

  private mutating func step(
    _ x: [Double], _ label: Int, _ o: Pass, _ gradient: Gradient, _ rate: Double
  ) {
    let rate = bug == .gradientAscent ? -rate : rate
    descend(&beta, gradient.beta, rate)
    let late = bug == .betaUpdatedFirst ? backward(x, label, o) : gradient
    descend(&alpha, late.alpha, rate)
  }

  private func descend(_ weights: inout [[Double]], _ gradient: [[Double]], _ rate: Double) {
    for j in weights.indices {
      for i in (bug == .biasNotLearned ? 1 : 0)..<weights[j].count {
        weights[j][i] -= rate * gradient[j][i]
      }
    }
  }

  private func meanLoss(_ data: TextbookData) -> Double {
    var sum = 0.0
    for (x, label) in zip(data.images, data.labels) { sum += forward(x, label).loss }
    return bug == .lossesAsSums ? sum : sum / Double(data.labels.count)
  }
}
