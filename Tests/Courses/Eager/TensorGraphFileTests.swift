import Eager
import Formats
import Layers
import Random
import TestSupport
import Testing

/// A graph's parameters in a file.
struct TensorGraphFileTests {
  private func mlp(_ graph: TensorGraph, hidden: Int = 3, seed: UInt32) throws -> MLP {
    var random = RandomState(seed: seed)
    return try MLP(inputs: 2, hidden: [hidden], classes: 2, in: graph, random: &random)
  }

  @Test func anMLPIsReadBack() throws {
    let scratch = try Scratch()
    let (first, second) = (TensorGraph(), TensorGraph())
    let (written, read) = (try mlp(first, seed: 1), try mlp(second, seed: 2))
    try first.save(to: scratch.file("mlp"), metadata: [("seed", "1")])
    let file = try SafetensorsFile.read(scratch.file("mlp"))
    #expect(file.tensors.map(\.name) == ["w", "b", "w.2", "b.2"])
    #expect(file.tensors.map(\.shape) == [[2, 3], [1, 3], [3, 2], [1, 2]])
    #expect(file.metadata == [.init("seed", "1")])
    let x = Matrix.irregular(4, 2)
    func outputs() throws -> [Matrix] {
      [try written(first.constant(x)).value, try read(second.constant(x)).value]
    }
    #expect(try outputs()[0] != outputs()[1])
    try second.setParameters(contentsOf: scratch.file("mlp"))
    #expect(try outputs()[0] == outputs()[1])
  }

  @Test func anotherWidthIsRefused() throws {
    let scratch = try Scratch()
    let (first, second) = (TensorGraph(), TensorGraph())
    _ = try mlp(first, seed: 1)
    _ = try mlp(second, hidden: 4, seed: 1)
    let path = scratch.file("mlp")
    try first.save(to: path)
    #expect(throws: FileError(.data, path: path, "w has shape [2, 3], expected [2, 4]")) {
      try second.setParameters(contentsOf: path)
    }
  }
}
