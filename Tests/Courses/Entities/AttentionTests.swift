import Entities
import Formats
import Layers
import TestSupport
import Testing

private struct AttentionReference {
  let file: SafetensorsFile

  init() throws {
    file = try SafetensorsFile.read(
      referenceFile("entities/attention.safetensors").path)
  }

  func matrix(_ name: String, times scale: Double = 1) throws -> Matrix {
    let tensor = try #require(file.tensors.first { $0.name == name })
    return Matrix(
      rows: tensor.shape[0], columns: tensor.shape[1], tensor.values.map { scale * $0 })
  }
}

/// Scores of about 1, and of thousands, whose exponentials would overflow.
@Test(arguments: [1, 1000])
func attentionIsThatOfPyTorch(scale: Int) throws {
  let reference = try AttentionReference()
  let queries = try reference.matrix("queries", times: Double(scale))
  let distributions = try attention(queries, reference.matrix("keys"))
  #expect(try distributions.distance(to: reference.matrix("attention.\(scale)")) <= 1e-12)
  for row in 0..<4 { #expect(abs(distributions.row(row).sum - 1) <= 1e-12) }
}

/// A query of zeros looks at all keys alike.
@Test func withoutAQuestionAttentionIsUniform() throws {
  let keys = try AttentionReference().matrix("keys")
  let distributions = try attention(Matrix(rows: 2, columns: keys.columns), keys)
  #expect(distributions.values.allSatisfy { abs($0 - 1 / 9) <= 1e-15 })
}

@Test func queriesAndKeysOfDifferentLengthAreRefused() {
  #expect(throws: ShapeError.self) {
    try attention(Matrix(rows: 2, columns: 3), Matrix(rows: 4, columns: 2))
  }
}

extension Span<Double> {
  fileprivate var sum: Double { indices.reduce(0) { $0 + self[$1] } }
}
