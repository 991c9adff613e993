import GradientCheck
import Graph
import Layers
import Operations
import TestSupport
import Testing

/// The list fuses a cross-entropy with the softmax under it. Nothing but rounding may tell.
@Suite(.firstIssues) struct FusionTests {
  /// J = CrossEntropy(y, softmax(Linear(x, W))), and J₂ = J + ŷ² if ŷ is used twice.
  private struct Recorded {
    let list = WengertList()
    let x, y, w, b, ŷ, loss: Register

    init(_ softmax: any UnaryModule, yAfterŷ: Bool = false, rows: Int = 3) throws {
      x = list.input("x", Shape(rows, 4))
      w = list.parameter("W", Shape(5, 3))
      var y = yAfterŷ ? x : list.input("y", Shape(rows, 3))
      b = try list.record("b", Linear(), x, w)
      ŷ = try list.record("ŷ", softmax, b)
      if yAfterŷ { y = list.input("y", Shape(rows, 3)) }
      self.y = y
      loss = try list.record("J", CrossEntropy(), y, ŷ)
      try list.setValue(.irregular(rows, 4), of: x)
      try list.setValue(.irregular(5, 3, 2), of: w)
      try list.setValue(Softmax().forward(.irregular(rows, 3, 7)), of: y)
    }
  }

  @Test func lossAndGradientsAreThoseOfThePair() throws {
    let fused = try Recorded(Softmax())
    let pair = try Recorded(PlainSoftmax())
    for recorded in [fused, pair] {
      try recorded.list.forward(to: recorded.loss)
      try recorded.list.backward(from: recorded.loss)
    }
    for register in [\Recorded.loss, \.ŷ, \.b] {
      let values = [fused, pair].map { $0.list.value(of: $0[keyPath: register]) }
      #expect(values[0].distance(to: values[1]) < 1e-12)
    }
    for register in [\Recorded.w, \.b] {
      let gradients = [fused, pair].map { $0.list.gradient(of: $0[keyPath: register]) }
      #expect(gradients[0].distance(to: gradients[1]) < 1e-12)
      #expect(gradients[0] != Matrix(gradients[0].shape))
    }
    #expect(fused.list.description == pair.list.description.replacingPlainSoftmax)
  }

  /// The fused loss does not go through ŷ, so even an underflown ŷ gives the exact gradient.
  @Test func fusedLossIsStable() throws {
    let recorded = try Recorded(Softmax(), rows: 1)
    let list = recorded.list
    try list.setValue(Matrix(row: [1, 0, 0]), of: recorded.y)
    var w = Matrix(rows: 5, columns: 3)
    w[0, 1] = 800
    try list.setValue(w, of: recorded.w)
    try list.forward(to: recorded.loss)
    try list.backward(from: recorded.loss)
    #expect(list.value(of: recorded.loss) == Matrix(row: [800]))
    #expect(list.gradient(of: recorded.b) == Matrix(row: [-1, 1, 0]))
  }

  /// ŷ feeds a second loss too: both gradients arrive at b.
  @Test func ŷUsedTwice() throws {
    var gradients: [Matrix] = []
    for softmax in [Softmax(), PlainSoftmax()] as [any UnaryModule] {
      let recorded = try Recorded(softmax)
      let list = recorded.list
      let square = try list.record("ŷ²", Multiply(), recorded.ŷ, recorded.ŷ)
      let v = list.input("v", Shape(4, 1))
      try list.setValue(.irregular(4, 1, 4), of: v)
      let other = try list.record("s", Linear(), square, v)
      let total = try list.record("J s", Multiply(), recorded.loss, other)
      #expect(checkGradients(of: total, on: list).passed)
      gradients.append(list.gradient(of: recorded.w))
      #expect(list.lastNeeded(forBackwardFrom: total) == total)
    }
    #expect(gradients[0].distance(to: gradients[1]) < 1e-12)
  }

  /// A target that is learnt, alone or with the logits, has a gradient too.
  @Test(arguments: [true, false]) func learntTargets(logitsAreLearnt: Bool) throws {
    let list = WengertList()
    let y = list.parameter("y", Shape(2, 3))
    let b = logitsAreLearnt ? list.parameter("b", Shape(2, 3)) : list.input("b", Shape(2, 3))
    let ŷ = try list.record("ŷ", Softmax(), b)
    let loss = try list.record("J", CrossEntropy(), y, ŷ)
    try list.setValue(Softmax().forward(.irregular(2, 3, 7)), of: y)
    try list.setValue(.irregular(2, 3), of: b)
    let report = checkGradients(of: loss, on: list)
    #expect(report.passed && report.comparisons == (logitsAreLearnt ? 12 : 6), "\(report)")
  }

  /// The entropy of ŷ: the same register is target and prediction.
  @Test func entropy() throws {
    let list = WengertList()
    let b = list.parameter("b", Shape(2, 3))
    let ŷ = try list.record("ŷ", Softmax(), b)
    let loss = try list.record("H", CrossEntropy(), ŷ, ŷ)
    try list.setValue(.irregular(2, 3), of: b)
    #expect(checkGradients(of: loss, on: list).passed)
  }

  @Test(arguments: [true, false]) func backwardNeedsNoLoss(yAfterŷ: Bool) throws {
    let whole = try Recorded(Softmax(), yAfterŷ: yAfterŷ)
    try whole.list.forward(to: whole.loss)
    try whole.list.backward(from: whole.loss)
    let short = try Recorded(Softmax(), yAfterŷ: yAfterŷ)
    let last = short.list.lastNeeded(forBackwardFrom: short.loss)
    #expect(last == short.ŷ)
    try short.list.forward(to: last)
    try short.list.backward(from: short.loss)
    #expect(short.list.value(of: short.loss) == Matrix(rows: 3, columns: 1))
    #expect(short.list.gradient(of: short.w) == whole.list.gradient(of: whole.w))
    #expect(short.list.gradient(of: short.w) != Matrix(rows: 5, columns: 3))
  }

  /// A target that is itself computed, after ŷ, must be there before backward.
  @Test func backwardNeedsAComputedTarget() throws {
    let list = WengertList()
    let b = list.parameter("b", Shape(1, 3))
    let logits = list.input("t", Shape(1, 3))
    let ŷ = try list.record("ŷ", Softmax(), b)
    let y = try list.record("y", Softmax(), logits)
    let loss = try list.record("J", CrossEntropy(), y, ŷ)
    try list.setValue(.irregular(1, 3), of: logits)
    try list.forward(to: list.lastNeeded(forBackwardFrom: loss))
    try list.backward(from: loss)
    let gradient = list.gradient(of: b)
    list.zeroGradients()
    try list.forward(to: loss)
    try list.backward(from: loss)
    #expect(gradient == list.gradient(of: b))
    #expect(abs(gradient.values.reduce(0, +)) < 1e-15)
  }

  /// The gradient of ŷ is not computed on the way, but is there when asked for.
  @Test(arguments: [false, true]) func theSoftmaxHasAGradientToo(usedTwice: Bool) throws {
    var gradients: [Matrix] = []
    for softmax in [Softmax(), PlainSoftmax()] as [any UnaryModule] {
      let recorded = try Recorded(softmax)
      let list = recorded.list
      let square = try list.record("‖ŷ‖²", SquaredNorm(), recorded.ŷ)
      let sum = try list.record("ΣJ", Sum(), recorded.loss)
      let total = usedTwice ? try list.record("+", Add(), sum, square) : sum
      try list.forward(to: total)
      try list.backward(from: total)
      gradients.append(list.gradient(of: recorded.ŷ))
    }
    #expect(gradients[0].distance(to: gradients[1]) < 1e-14)
    #expect(gradients[0] != Matrix(gradients[0].shape))
  }

  @Test func onlyAFusedLossCanBeLeftOut() throws {
    let pair = try Recorded(PlainSoftmax())
    #expect(pair.list.lastNeeded(forBackwardFrom: pair.loss) == pair.loss)
    #expect(pair.list.lastNeeded(forBackwardFrom: pair.w) == pair.w)
  }
}

extension String {
  fileprivate var replacingPlainSoftmax: String {
    split(separator: "Plain", omittingEmptySubsequences: false).joined()
  }
}
