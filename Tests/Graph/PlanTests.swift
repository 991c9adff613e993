import Graph
import Layers
import Operations
import TestSupport
import Testing

/// From its third repetition on a pass is made by a plan; what it leaves is what the first pass of a list
/// leaves, which no plan was made for.
struct PlanTests {
  /// Two layers, of which the first is used twice, and a branch; a second loss on the way.
  private struct Recorded {
    let list = WengertList()
    let x, w, v, h, loss, other: Register

    init() throws {
      x = list.input("x", Shape(3, 4))
      w = list.parameter("W", Shape(5, 4))
      v = list.parameter("V", Shape(5, 2))
      h = try list.record("h", Sigmoid(), try list.record("a", Linear(), x, w))
      let g = try list.record("g", Linear(), h, w)
      other = try list.record("K", Multiply(), g, h)
      loss = try list.record("J", Softmax(), try list.record("b", Linear(), other, v))
      try list.setValue(.irregular(5, 4, 3), of: w)
      try list.setValue(.irregular(5, 2, 9), of: v)
    }

    var all: [Register] { [x, w, v, h, other, loss] }

    func pass(_ step: Int, from register: Register? = nil) throws {
      list.zeroGradients()
      try list.setValue(.irregular(3, 4, step), of: x)
      try list.forward(to: loss)
      try list.backward(from: register ?? loss)
    }

    /// The gradients that the first pass of another list leaves at the same values.
    func expected(_ step: Int, from register: Register? = nil) throws -> [Matrix] {
      let fresh = try Recorded()
      for parameter in [w, v] { try fresh.list.setValue(list.value(of: parameter), of: parameter) }
      try fresh.pass(step, from: register)
      return all.map { fresh.list.gradient(of: $0) }
    }

    var gradients: [Matrix] { all.map { list.gradient(of: $0) } }
  }

  @Test func everyPassLeavesWhatAFirstPassLeaves() throws {
    let recorded = try Recorded()
    for step in 0..<6 {
      let expected = try recorded.expected(step)
      try recorded.pass(step)
      if step % 2 == 0 { #expect(recorded.gradients == expected) }
      var stepped = [recorded.w, recorded.v].map { recorded.list.value(of: $0) }
      for k in 0...1 { stepped[k].add(expected[k + 1], times: -0.5) }
      recorded.list.descend(rate: 0.5)
      for (w, value) in zip([recorded.w, recorded.v], stepped) {
        #expect(recorded.list.value(of: w).distance(to: value) < 1e-15)
      }
    }
  }

  @Test func gradientsOfTwoPassesAddUp() throws {
    let recorded = try Recorded()
    for step in 0..<3 { try recorded.pass(step) }
    let once = recorded.gradients
    try recorded.list.backward(from: recorded.loss)
    // Those of parameters and inputs; the others are of the last pass.
    for k in 1...2 {
      var twice = once[k]
      twice.add(once[k])
      #expect(recorded.gradients[k].distance(to: twice) < 1e-15)
    }
  }

  @Test func passesFromAnotherLossAreTheirOwn() throws {
    let recorded = try Recorded()
    for step in 0..<8 {
      let start = step < 3 || step == 5 ? recorded.loss : recorded.other
      try recorded.pass(step, from: start)
      #expect(try recorded.gradients == recorded.expected(step, from: start), "step \(step)")
    }
  }

  @Test func whatIsRecordedLaterIsPartOfAPass() throws {
    let recorded = try Recorded()
    for step in 0..<3 { try recorded.pass(step) }
    let gradient = recorded.list.gradient(of: recorded.v)
    let total = try recorded.list.record("J²", Multiply(), recorded.loss, recorded.loss)
    #expect(recorded.list.gradient(of: recorded.v) == gradient)
    for step in 0..<4 {
      recorded.list.zeroGradients()
      try recorded.list.setValue(.irregular(3, 4, step), of: recorded.x)
      try recorded.list.forward(to: total)
      try recorded.list.backward(from: total)
      var upstream = recorded.list.value(of: recorded.loss)
      upstream.add(recorded.list.value(of: recorded.loss))
      #expect(recorded.list.gradient(of: recorded.loss).distance(to: upstream) < 1e-15)
    }
  }

  @Test func whatIsNoNumberIsFoundInEveryPass() throws {
    let recorded = try Recorded()
    for step in 0..<5 {
      try recorded.pass(step)
      #expect(recorded.list.gradientsAreFinite)
    }
    var infinite = Matrix(rows: 5, columns: 2)
    infinite.fill(.infinity)
    try recorded.list.setValue(infinite, of: recorded.v)
    try recorded.pass(0)
    #expect(!recorded.list.gradientsAreFinite)
  }
}
