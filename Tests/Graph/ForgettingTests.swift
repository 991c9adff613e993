import Graph
import Layers
import Operations
import TestSupport
import Testing

/// Recording, evaluating and forgetting on the list itself.
struct ForgettingTests {
  private let list = WengertList()

  @Test func truncatedListsGoOnAsBefore() throws {
    let w = list.parameter("w", Shape(3, 2))
    try list.setValue(.irregular(3, 2), of: w)
    let x = list.input("x", .irregular(4, 2))
    let b = try list.record("b", Linear(), x, w)
    try list.forward(to: b)
    try list.backward(from: b)
    let gradient = list.gradient(of: w)
    let mark = list.mark
    for _ in 0..<2 {
      // A second use, so that the parameter's gradient is stored for a while.
      let more = try list.scope { () throws(ShapeError) in
        try list.record("more", Linear(), x, w)
      }
      #expect(more.index == mark.registers)
      #expect(list.lines() == ["b = Linear(x, w)"])
      list.zeroGradients()
      try list.forward(to: b)
      try list.backward(from: b)
      #expect(list.gradient(of: w) == gradient)
    }
  }

  @Test func evaluatesOneAssignment() throws {
    let x = list.input("x", Matrix(row: [3]), hasGradient: true)
    let square = try list.record("x²", Multiply(), x, x)
    try list.evaluate(square)
    #expect(list.value(of: square) == Matrix(row: [9]))
    try list.evaluate(x)
    #expect(list.value(of: x) == Matrix(row: [3]))
  }

  @Test func parametersAreUpdatedInPlaceAgain() throws {
    let w = list.parameter("w", Shape(1, 1))
    let mark = list.mark
    for step in 1...3 {
      let x = list.input("x", Matrix(row: [2]))
      let b = try list.record("b", MatrixProduct(), x, w)
      try list.evaluate(b)
      try list.backward(from: b)
      #expect(list.gradient(of: w) == Matrix(row: [2]))
      list.descend(rate: 1)
      list.zeroGradients()
      #expect(list.gradient(of: w) == Matrix(row: [0]))
      list.truncate(to: mark)
      #expect(list.value(of: w) == Matrix(row: [-2 * Double(step)]))
    }
  }
}
