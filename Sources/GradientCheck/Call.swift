import CLibrary
import Layers
import Random
import Synchronization

/// A module's output at some operands, and its gradients for an upstream one, each from zeros.
struct Call: Sendable {
  let operands: [Matrix]
  let b: Matrix
  let gB: Matrix
  let gradients: [Matrix]

  init(
    _ module: any Module, _ operands: [Matrix], _ random: inout RandomState
  ) throws(ShapeError) {
    let b = try module.output(operands)
    try self.init(module, operands, b: b, gB: Domain.real.draw(b.shape, &random))
  }

  init(
    _ module: any Module, _ operands: [Matrix], b: Matrix, gB: Matrix
  ) throws(ShapeError) {
    (self.operands, self.b, self.gB) = (operands, b, gB)
    var gradients: [Matrix] = []
    for k in operands.indices { gradients.append(try module.gradient(k, operands, b, gB)) }
    self.gradients = gradients
  }

  /// The same from its beginning.
  func again(_ module: any Module) throws(ShapeError) -> Call {
    try Call(module, operands, b: try module.output(operands), gB: gB)
  }

  /// Whether another gave the same, bit for bit.
  func isSame(as other: Call) -> Bool {
    b.isSame(as: other.b) && zip(gradients, other.gradients).allSatisfy { $0.isSame(as: $1) }
  }
}

extension PromiseCheck {
  // MARK: How operands lie in memory

  /// The same numbers as rows of a larger matrix, with their zeros known, and both, as a data set has
  /// them: as they are, with every other one 0, and as zeros and ones.
  func expectAnyLayout(_ call: Call, _ report: inout GradientReport) throws(ShapeError) {
    for pattern in [nil, { $0 }, { _ in 1 }] as [((Double) -> Double)?] {
      let operands = call.operands.map { operand in pattern.map { operand.thinned($0) } ?? operand }
      let dense = try Call(module, operands, b: try module.output(operands), gB: call.gB)
      // Outside of its domain it need not be a number.
      guard ([dense.b] + dense.gradients).allSatisfy(\.isFinite) else { continue }
      let layouts: [(String, (Matrix) -> Matrix)] = [
        ("are rows of a larger matrix", \.asRows), ("are sparse", \.sparse),
        ("are rows of a sparse matrix", \.asSparseRows),
      ]
      for (words, layout) in layouts {
        let other = operands.map(layout)
        let call = try Call(module, other, b: try module.output(other), gB: call.gB)
        if !call.b.isClose(to: dense.b) {
          report.add(broken: "forward gives something else where the operands \(words)")
        }
        for (k, (found, right)) in zip(call.gradients, dense.gradients).enumerated()
        where !found.isClose(to: right) {
          report.add(
            broken:
              "the gradient of \(module.operandNames[k]) is another where the operands \(words)")
        }
      }
    }
  }

  // MARK: Memory

  /// The order of calls must not matter.
  func expectNoMemory(
    _ a: Call, _ b: Call, _ report: inout GradientReport
  ) throws(ShapeError) {
    if try !a.again(module).isSame(as: a) {
      report.add(broken: "the same call a second time gives something else: does it keep state?")
      return
    }
    let (bOfA, bOfB) = (try module.output(a.operands), try module.output(b.operands))
    let later = [
      try Call(module, a.operands, b: bOfA, gB: a.gB),
      try Call(module, b.operands, b: bOfB, gB: b.gB),
    ]
    if !later[0].isSame(as: a) || !later[1].isSame(as: b) {
      report.add(
        broken: "backward gives something else after forward of other operands: "
          + "it may keep nothing from one call to the next")
      return
    }
  }

  func expectThreadsUndisturbed(_ a: Call, _ b: Call, _ report: inout GradientReport) {
    let isDisturbed = Atomic(false)
    let repeatCall: @Sendable (Call) -> Void = { [module] call in
      for _ in 0..<20 {
        let isSame = try? call.again(module).isSame(as: call)
        if isSame != true { isDisturbed.store(true, ordering: .relaxed) }
      }
    }
    let other = Worker()
    let hasStarted = Atomic(false)
    other.start {
      hasStarted.store(true, ordering: .relaxed)
      repeatCall(b)
    }
    while !hasStarted.load(ordering: .relaxed) { sched_yield() }
    repeatCall(a)
    other.wait()
    if isDisturbed.load(ordering: .relaxed) {
      report.add(broken: "two threads at once disturb each other: does it keep state?")
    }
  }
}

extension Matrix {
  /// With every other number 0, and a function of the others.
  fileprivate func thinned(_ number: (Double) -> Double) -> Matrix {
    Matrix(
      rows: rows, columns: columns, values.enumerated().map { $0 % 2 == 0 ? 0 : number($1) })
  }

  /// A larger matrix in which these are the rows from 1 on.
  private var enlarged: Matrix {
    var larger = Matrix(rows: rows + 2, columns: columns)
    for i in 0..<larger.rows {
      for j in 0..<columns { larger[i, j] = 1...rows ~= i ? self[i - 1, j] : 1 }
    }
    return larger
  }

  fileprivate var asRows: Matrix { Matrix(rows: 1..<rows + 1, of: enlarged) }
  fileprivate var asSparseRows: Matrix { Matrix(rows: 1..<rows + 1, of: enlarged.sparse) }
}
