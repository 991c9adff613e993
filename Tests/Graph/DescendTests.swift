import GradientCheck
import Graph
import Layers
import Operations
import TestSupport
import Testing

@Suite(.firstIssues) struct DescendTests {
  /// A small network's list whose hidden weights are stored as `linear` wants.
  private struct Recorded {
    let list = WengertList()
    let w, v, loss: Register

    init(_ linear: any BinaryModule) throws {
      let x = list.input("x", Shape(3, 4))
      w = list.parameter("W", Shape(5, 2))
      v = list.parameter("V", Shape(3, 2))
      let h = try list.record("h", Sigmoid(), try list.record("a", linear, x, w))
      let b = try list.record("b", linear, h, v)
      loss = try list.record("J", Multiply(), b, b)
      try list.setValue(.irregular(3, 4), of: x)
      try list.setValue(.irregular(5, 2, 3), of: w)
      try list.setValue(.irregular(3, 2, 9), of: v)
    }
  }

  @Test func inPlaceAndStoredGradientsAreTheSame() throws {
    let inPlace = try Recorded(Linear())
    let stored = try Recorded(PlainLinear())
    for step in 0..<5 {
      for recorded in [inPlace, stored] {
        recorded.list.zeroGradients()
        try recorded.list.forward(to: recorded.loss)
        try recorded.list.backward(from: recorded.loss)
      }
      for (one, other) in [(inPlace.w, stored.w), (inPlace.v, stored.v)] {
        let gradients = (inPlace.list.gradient(of: one), stored.list.gradient(of: other))
        #expect(gradients.0.distance(to: gradients.1) < 1e-14, "step \(step)")
        #expect(gradients.0 != Matrix(gradients.0.shape))
      }
      inPlace.list.descend(rate: 0.1)
      stored.list.descend(rate: 0.1)
      #expect(
        inPlace.list.value(of: inPlace.w).distance(to: stored.list.value(of: stored.w)) < 1e-14)
      #expect(
        inPlace.list.value(of: inPlace.v).distance(to: stored.list.value(of: stored.v)) < 1e-14)
    }
  }

  @Test func aStepIsMinusRateTimesTheGradient() throws {
    let recorded = try Recorded(Linear())
    let list = recorded.list
    list.zeroGradients()
    try list.forward(to: recorded.loss)
    try list.backward(from: recorded.loss)
    for rate in [0.25, 0, -2] {
      var expected = [list.value(of: recorded.w), list.value(of: recorded.v)]
      expected[0].add(list.gradient(of: recorded.w), times: -rate)
      expected[1].add(list.gradient(of: recorded.v), times: -rate)
      list.descend(rate: rate)
      #expect(list.value(of: recorded.w).distance(to: expected[0]) < 1e-15)
      #expect(list.value(of: recorded.v).distance(to: expected[1]) < 1e-15)
    }
  }

  /// A gradient that is not stored follows from values; whatever changes these, it stays. So it does in a
  /// pass that is made by a plan, the third.
  @Test(arguments: [1, 3]) func gradientsAreOfTheValuesThatBackwardSaw(passes: Int) throws {
    let change: [(WengertList, Register, Register) throws -> Void] = [
      { list, x, _ in try list.setValue(.irregular(3, 4, 77), of: x) },
      { list, x, _ in try list.add(.irregular(3, 4, 77), times: 2, to: x) },
      { list, x, _ in list.load(x, row: 1, of: .irregular(5, 4, 77)) },
      { list, x, w in _ = try list.record("again", Linear(), x, w) },
    ]
    for change in change {
      let list = WengertList()
      let x = list.input("x", .irregular(3, 4))
      let w = list.parameter("W", Shape(5, 2))
      let loss = try list.record("J", Linear(), x, w)
      for _ in 0..<passes {
        list.zeroGradients()
        try list.forward(to: loss)
        try list.backward(from: loss)
      }
      let gradient = list.gradient(of: w)
      try change(list, x, w)
      try list.forward(to: loss)
      #expect(list.gradient(of: w) == gradient && gradient != Matrix(gradient.shape))
      list.descend(rate: 1)
      #expect(list.value(of: w).distance(to: gradient.negated) < 1e-15)
    }
  }

  @Test func momentumKeepsAShareOfTheLastStep() throws {
    let list = WengertList()
    let w = list.parameter("w", Shape(1, 1))
    let a = list.input("a", Matrix(row: [3]))
    let loss = try list.record("J", MatrixProduct(), a, w)
    var descent = GradientDescent(rate: 0.1, momentum: 0.5)
    for expected in [-0.3, -0.75, -1.275] {  // velocities 3, 4½, 5¼
      list.zeroGradients()
      try list.forward(to: loss)
      try list.backward(from: loss)
      descent.step(list)
      #expect(abs(list.value(of: w)[0, 0] - expected) < 1e-15)
    }
  }

  @Test func aParameterUsedTwiceTakesOneStepOfTheSum() throws {
    let list = WengertList()
    let x = list.input("x", Shape(1, 2))
    let w = list.parameter("W", Shape(3, 2))
    let h = try list.record("h", Linear(), x, w)
    let b = try list.record("b", Linear(), h, w)
    try list.setValue(Matrix(row: [1, 2]), of: x)
    try list.setValue(.irregular(3, 2), of: w)
    #expect(checkGradients(of: b, on: list).passed)
    let gradient = list.gradient(of: w)
    var expected = list.value(of: w)
    expected.add(gradient, times: -0.5)
    list.descend(rate: 0.5)
    #expect(list.value(of: w).distance(to: expected) < 1e-8)
  }

  /// A parameter's gradient, a large outer product, is stored only if the parameter is used twice.
  @Test(arguments: [(1, [-0.5]), (2, [1, 1])]) func gradientsAreStoredOnlyIfNeeded(
    uses: Int, scales: [Double]
  ) throws {
    let module = RecordingLinear()
    let list = WengertList()
    var last = list.input("x", Shape(1, 2))
    let w = list.parameter("W", Shape(3, 2))
    for _ in 0..<uses { last = try list.record("b", module, last, w) }
    list.zeroGradients()
    try list.forward(to: last)
    try list.backward(from: last)
    list.descend(rate: 0.5)
    #expect(module.scales.withLock { $0 } == scales)
  }

  /// The point of changing in place: no copy is made, so the memory stays the same.
  @Test func noCopyIsMade() throws {
    let recorded = try Recorded(Linear())
    let list = recorded.list
    for _ in 0..<3 {
      list.zeroGradients()
      try list.forward(to: recorded.loss)
      try list.backward(from: recorded.loss)
      list.descend(rate: 0.1)  // from the second step on the list is the only owner
    }
    let addresses = list.addresses(of: [recorded.w, recorded.v, recorded.loss])
    for _ in 0..<3 {
      list.zeroGradients()
      try list.forward(to: recorded.loss)
      try list.backward(from: recorded.loss)
      list.descend(rate: 0.1)
      #expect(list.addresses(of: [recorded.w, recorded.v, recorded.loss]) == addresses)
    }
  }
}

extension WengertList {
  fileprivate func addresses(of registers: [Register]) -> [UnsafePointer<Double>?] {
    registers.map { value(of: $0).row(0).withUnsafeBufferPointer { $0.baseAddress } }
  }
}

extension Matrix {
  fileprivate var negated: Matrix {
    Matrix(rows: rows, columns: columns, values.map { -$0 })
  }
}
