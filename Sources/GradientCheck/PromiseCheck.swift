import Layers
import Random

/// Whether a module keeps what `Module` promises beside its derivatives.
struct PromiseCheck {
  let module: any Module
  let domains: [Domain]
  var random: RandomState

  init(_ module: any Module, _ domains: [Domain], seed: UInt32) {
    (self.module, self.domains) = (module, domains)
    random = RandomState(seed: seed)
  }

  /// Tries operands of these shapes.
  /// - Throws: `ShapeError` when the module leaves a wrong shape.
  mutating func check(_ shapes: [Shape], _ report: inout GradientReport) throws(ShapeError) {
    guard try expectOperandsUnchanged(shapes, &report) else { return }
    let operands = draw(shapes)
    try expectOverwriting(operands, &report)
    try report.expectNumbers(module, at: operands, &random)
    try report.expectNumbers(module, at: draw(shapes, wide: true), &random)
    for k in 0..<(domains.map(\.extremeCount).max() ?? 0) {
      try report.expectNumbers(module, at: extreme(k, shapes), &random)
    }
    let usual = try Call(module, operands, &random)
    for k in operands.indices {
      try expectAdding(usual, k, &report)
      try expectProportion(usual, k, &report)
    }
    if let module = module as? any ParameterModule { try expectMultiples(usual, module, &report) }
    try expectAnyLayout(usual, &report)
    try expectNoMemory(usual, Call(module, draw(shapes), &random), &report)
  }

  /// Calls with operands of these shapes on two threads.
  /// - Throws: `ShapeError` when the module leaves a wrong shape.
  mutating func checkThreads(
    _ shapes: [Shape], _ report: inout GradientReport
  ) throws(ShapeError) {
    // Whatever else is wrong is easier to find where calls follow each other.
    if !report.brokenPromises.isEmpty { return }
    let calls = [
      try Call(module, draw(shapes), &random), try Call(module, draw(shapes), &random),
    ]
    expectThreadsUndisturbed(calls[0], calls[1], &report)
  }

  private mutating func draw(_ shapes: [Shape], wide: Bool = false) -> [Matrix] {
    var operands: [Matrix] = []
    for (domain, shape) in zip(domains, shapes) {
      operands.append(domain.draw(shape, wide: wide, &random))
    }
    return operands
  }

  private mutating func extreme(_ k: Int, _ shapes: [Shape]) -> [Matrix] {
    var operands: [Matrix] = []
    for (domain, shape) in zip(domains, shapes) {
      operands.append(domain.extreme(k, shape, &random))
    }
    return operands
  }

  private func name(_ k: Int) -> String { module.operandNames[k] }

  // MARK: What is written, and how

  private func expectOverwriting(
    _ operands: [Matrix], _ report: inout GradientReport
  ) throws(ShapeError) {
    let fills = [0.75, -1.25]
    let first = try module.output(operands, over: fills[0])
    let second = try module.output(operands, over: fills[1])
    let (x, y) = (first.values, second.values)
    guard let k = x.indices.first(where: { x[$0] != y[$0] && !(x[$0].isNaN && y[$0].isNaN) }) else {
      return
    }
    if [x[k], y[k]] == fills {
      report.add(broken: "forward does not write b\(k.indices(first.shape))")
    } else {
      report.add(broken: "forward adds to what b holds instead of overwriting it")
    }
  }

  private mutating func expectAdding(
    _ call: Call, _ k: Int, _ report: inout GradientReport
  ) throws(ShapeError) {
    let initial = Domain.real.draw(call.operands[k].shape, &random)
    let sum = try module.gradient(k, call.operands, call.b, call.gB, addingTo: initial)
    let twice = try module.gradient(
      k, call.operands, call.b, call.gB, addingTo: call.gradients[k])
    if !sum.isClose(to: initial.plus(call.gradients[k])) {
      let overwrites = sum.isClose(to: call.gradients[k])
      report.add(
        broken: overwrites
          ? "backward overwrites the gradient of \(name(k)) instead of adding to it"
          : "backward does not add to what the gradient of \(name(k)) holds")
    } else if !twice.isClose(to: call.gradients[k].plus(call.gradients[k])) {
      report.add(broken: "a second call of backward does not add the gradient of \(name(k)) again")
    }
  }

  /// −2 gB must give −2 times the gradient.
  private func expectProportion(
    _ call: Call, _ k: Int, _ report: inout GradientReport
  ) throws(ShapeError) {
    let gradient = call.gradients[k]
    let other = try module.gradient(
      k, call.operands, call.b, Matrix(call.gB.shape).plus(call.gB, times: -2))
    func isTimes(_ factor: Double) -> Bool {
      other.isClose(to: Matrix(gradient.shape).plus(gradient, times: factor))
    }
    if isTimes(-2) { return }
    report.add(
      broken: isTimes(1)
        ? "backward ignores gB in the gradient of \(name(k))"
        : "the gradient of \(name(k)) is not proportional to gB",
      isTimes(2) ? ": it loses gB's sign" : "")
  }

  /// `w += scale · gW`, from zeros and from other numbers.
  private func expectMultiples(
    _ call: Call, _ module: any ParameterModule, _ report: inout GradientReport
  ) throws(ShapeError) {
    let (w, gradient) = (call.operands[1], call.gradients[1])
    for scale in [1, -0.1, 0] {
      for initial in [Matrix(w.shape), w] {
        var sum = initial
        module.accumulate(scale, call.operands[0], call.gB, adding: &sum)
        if sum.shape == w.shape && sum.isClose(to: initial.plus(gradient, times: scale)) {
          continue
        }
        let name = name(1)
        report.add(
          broken: sum.isClose(to: initial.plus(gradient))
            ? "accumulate ignores scale: it adds 1 times the gradient of \(name)"
            : sum.isClose(to: Matrix(w.shape).plus(gradient, times: scale))
              ? "accumulate overwrites \(name) instead of adding to it"
              : "accumulate does not add scale times the gradient of \(name)",
          " (scale \(scale))")
      }
    }
  }

  /// - Returns: whether they are.
  private mutating func expectOperandsUnchanged(
    _ shapes: [Shape], _ report: inout GradientReport
  ) throws(ShapeError) -> Bool {
    var areUnchanged = true
    let operands = draw(shapes)
    let before = operands.map(\.values)
    func expect(_ names: [String], _ function: String, _ matrices: [Matrix], _ values: [[Double]]) {
      for (name, (matrix, values)) in zip(names, zip(matrices, values))
      where !zip(matrix.values, values).allSatisfy({ $0.bitPattern == $1.bitPattern }) {
        areUnchanged = false
        report.add(broken: "\(function) changes \(name), which it may only read")
      }
    }
    let b = try module.output(operands)
    expect(module.operandNames, "forward", operands, before)
    let gB = Domain.real.draw(b.shape, &random)
    let all = operands + [b, gB]
    let values = all.map(\.values)
    for k in operands.indices {
      _ = try module.gradient(k, operands, b, gB)
      expect(module.operandNames + ["b", "gB"], "backward", all, values)
    }
    return areUnchanged
  }
}
