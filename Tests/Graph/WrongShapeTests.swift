import Graph
import Layers
import TestSupport
import Testing

/// A module that leaves a matrix of another shape than it announced is an error, not a trap, and
/// as often as one asks.
@Suite(.firstIssues) struct WrongShapeTests {
  @Test func ofAnOutput() throws {
    let list = WengertList()
    let w = list.parameter("w", Shape(1, 3))
    let a = try list.record("a", Resizing(inForward: true), w)
    let b = try list.record("b", Softmax(), a)
    for _ in 0..<2 {
      let error = #expect(throws: ShapeError.self) { try list.forward(to: b) }
      #expect(error?.description == "Resizing: left a matrix of shape 9×9, expected 1×3")
    }
  }

  @Test func ofAGradient() throws {
    let list = WengertList()
    let w = list.parameter("w", Shape(1, 3))
    let z = try list.record("z", Sigmoid(), w)
    let a = try list.record("a", Resizing(inForward: false), z)
    try list.forward(to: a)
    for _ in 0..<2 {
      let error = #expect(throws: ShapeError.self) { try list.backward(from: a) }
      #expect(error?.description == "Resizing: left a matrix of shape 9×9, expected 1×3")
    }
  }

  @Test(arguments: [true, false]) func ofOneOfTwoGradients(first: Bool) throws {
    let list = WengertList()
    let a = list.parameter("a", Shape(1, 3))
    let w = list.parameter("w", Shape(2, 4))
    let b = try list.record("b", ResizingPair(resizesA: first), a, w)
    try list.forward(to: b)
    let error = #expect(throws: ShapeError.self) { try list.backward(from: b) }
    let expected = first ? "1×3" : "2×4"
    #expect(
      error?.description == "ResizingPair: left a matrix of shape 9×9, expected \(expected)")
  }
}
