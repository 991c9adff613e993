import Eager
import Layers
import Testing

/// Tensors that are used more than once, by hand algebra on whole numbers.
struct DiamondTests {
  private let graph = TensorGraph()

  /// x² + 3x² with x² used twice: 4x², gradient 8x.
  @Test func diamond() throws {
    let x = graph.tensor(Matrix(row: [2, -5]))
    let square = try x * x
    let loss = try (square + square * 3).sum()
    try loss.backward()
    #expect(try loss.numbers == [116])
    #expect(try square.gradients == [4, 4])
    #expect(try x.gradients == [16, -40])
  }

  /// b = 2a, c = a², d = bc = 2a³, e = d + b, f = d e = 4a⁶ + 4a⁴: gradient 24a⁵ + 16a³.
  @Test func doubleDiamond() throws {
    let a = graph.number(2)
    let (b, c) = (try a * 2, try a * a)
    let d = try b * c
    let e = try d + b
    let f = try d * e
    try f.backward()
    #expect(try f.numbers == [4 * 64 + 4 * 16])
    #expect(try a.gradients == [24 * 32 + 16 * 8])
    #expect(try d.gradients == [2 * 16 + 4])
    #expect(try b.gradients == [(2 * 16 + 4) * 4 + 16])
  }

  /// A long and a short path to the same tensor, y = x²·x·x² − x²: to go down either path before
  /// the other has arrived gives another sum.
  @Test func pathsOfDifferentLength() throws {
    let x = graph.number(3)
    let h = try x * x
    let y = try h * x * h - h  // x⁵ − x²
    try y.backward()
    #expect(try y.numbers == [243 - 9])
    #expect(try h.gradients == [2 * 27 - 1])
    #expect(try x.gradients == [5 * 81 - 2 * 3])
  }

  /// What the loss does not depend on has no part in it, even if it is not a number.
  @Test func branchesBesideTheLoss() throws {
    let x = graph.number(0)
    _ = try x.log() * x
    let loss = try x * 5
    try loss.backward()
    #expect(try x.gradients == [5])
  }

  /// Only what is above the node that backward starts from has a gradient.
  @Test func startsInTheMiddle() throws {
    let x = graph.number(3)
    let middle = try x * x
    let end = try middle * 7
    try middle.backward()
    #expect(try x.gradients == [6])
    #expect(try middle.gradients == [1])
    #expect(try end.gradients == [0])
  }

  /// A parameter in two layers.
  @Test func sharedWeights() throws {
    let w = try graph.parameter(Matrix(rows: 2, columns: 2, [1, 2, 3, 4]))
    let x = graph.constant(Matrix(row: [1, -1]))
    let loss = try x.matmul(w).matmul(w).sum()  // Σⱼ (x w w)ⱼ
    try loss.backward()
    // xᵢ Σⱼ wₖⱼ from the first use: (3, 7, −3, −7); (x w)ᵢ from the second: −2.
    #expect(try w.gradients == [1, 5, -5, -9])
  }

  @Test func gradientsOfGivenTensorsAddUpUntilTheyAreZeroed() throws {
    let w = try graph.parameter(Matrix(row: [2, 3]))
    let x = graph.tensor(Matrix(rows: 2, columns: 1, [5, 7]))
    let loss = try w.matmul(x)
    try loss.backward()
    try loss.backward()
    #expect(try w.gradients == [10, 14])
    #expect(try x.gradients == [4, 6])
    #expect(try loss.gradients == [1])
    graph.zeroGrad()
    #expect(try w.gradients == [0, 0])
    #expect(try x.gradients == [0, 0])
    #expect(try loss.gradients == [0])
  }

  /// (x w)² at x = 3, w = 5: what a pass left in x w must not enter the next one.
  @Test func resultsHaveTheGradientOfTheLastCall() throws {
    let w = try graph.parameter(Matrix(row: [5]))
    let y = try graph.constant(Matrix(row: [3])).matmul(w)
    let loss = try y * y
    for total in [90.0, 180, 270] {
      try loss.backward()
      #expect(try w.gradients == [total])
      #expect(try y.gradients == [30])
    }
  }

  /// ∂w/∂w = 1 is added too, whether or not a layer reads w.
  @Test func startsAtWhatWasGiven() throws {
    let w = try graph.parameter(Matrix(row: [5]))
    let y = try graph.constant(Matrix(row: [3])).matmul(w)
    for (node, total) in [(w, 1.0), (y, 4), (w, 5)] {
      try node.backward()
      #expect(try w.gradients == [total])
    }
  }

  /// The gradient of a parameter of one use is not stored at first; it must stay all the same.
  @Test func gradientsOutliveTheGraph() throws {
    let w = try graph.parameter(Matrix(rows: 2, columns: 1, [2, 3]))
    for (k, total) in [[1.0, 2], [4, 6], [9, 12]].enumerated() {
      let step = Double(k + 1)
      let x = graph.constant(Matrix(row: [2 * step - 1, 2 * step]))
      try x.matmul(w).backward()
      #expect(try w.gradients == total)
      graph.clear()
      #expect(try w.gradients == total)
    }
  }

  @Test func anotherUseAfterBackward() throws {
    let b = try graph.parameter(Matrix(row: [2, 3]))
    let x = graph.constant(Matrix(rows: 3, columns: 2))
    try x.addRow(b).sum().backward()
    _ = try x.addRow(b)
    #expect(try b.gradients == [3, 3])
  }
}
