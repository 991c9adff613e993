import GradientCheck
import Graph
import Layers
import Learning
import Operations
import Random
import TestSupport
import Testing

@testable import Entities

/// The gradient check of a network with respect to these registers, at what was loaded.
private func check(_ network: TitleNetwork, by registers: [Register]? = nil) -> GradientReport {
  checkGradients(of: network.loss, on: network.list, by: registers)
}

/// Whole batches and short ones: what fills those up must not count.
@Test(arguments: Architecture.Kind.allCases, [(4, 4), (3, 4), (1, 4), (1, 1)])
func gradientsAreThoseOfFiniteDifferences(
  kind: Architecture.Kind, sizes: (titles: Int, batch: Int)
) throws {
  let network = try smallNetwork(kind, batch: sizes.batch)
  let order = Array(0..<sizes.titles)
  try network.load(Minibatches(smallTitles(4), order: order, size: sizes.batch), 0)
  for register in network.parameters {
    let report = check(network, by: [register])
    #expect(report.passed, "\(report)")
    // Where all is 0, nothing is compared.
    #expect(network.list.gradient(of: register) != Matrix(network.list.shape(of: register)))
  }
}

/// A step of an LSTM alone, from numbers that are not zero, as tightly as any layer, also with both results weighted at random.
@Test(arguments: [1, 3, 9])
func aStepOfAnLSTMIsThatOfFiniteDifferences(hidden: Int) throws {
  var random = RandomState(seed: 11)
  let list = WengertList()
  func draw(_ name: String, _ rows: Int, _ columns: Int) throws -> Register {
    let register = list.parameter(name, Shape(rows, columns))
    let values = (0..<rows * columns).map { _ in random.uniform(-1, 1) }
    try list.setValue(Matrix(rows: rows, columns: columns, values), of: register)
    return register
  }
  let fromX = try draw("X·W", 2, 4 * hidden)
  let (h, u) = (try draw("H", 2, hidden), try draw("U", hidden, 4 * hidden))
  let last = try draw("c", 2, hidden)
  let step = try LSTMStep(list, fromX: fromX, h: h, c: last, u: u, number: 1)
  let weighted = [
    try list.record("gH·H", Multiply(), try draw("gH", 2, hidden), step.h),
    try list.record("gC·c", Multiply(), try draw("gC", 2, hidden), step.c),
  ]
  let loss = try list.record("J", Sum(), try list.record("+", Add(), weighted[0], weighted[1]))
  let report = checkGradients(of: loss, on: list, by: [fromX, h, u, last], tolerance: 1e-9)
  #expect(report.passed, "\(report)")
}
