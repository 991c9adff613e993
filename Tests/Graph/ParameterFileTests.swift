import Formats
import Graph
import Layers
import Operations
import Random
import TestSupport
import Testing

/// A list's parameters in a file.
@Suite(.firstIssues) struct ParameterFileTests {
  private let scratch: Scratch
  private var path: String { scratch.file("parameters") }

  init() throws { scratch = try Scratch() }

  /// A list with parameters of these names, 1×2, 2×3, 3×4 and so on, each of other numbers.
  private func list(_ names: [String], _ first: Int = 1) throws -> WengertList {
    let list = WengertList()
    for (k, name) in names.enumerated() {
      let w = list.parameter(name, Shape(k + 1, k + 2))
      try list.setValue(.irregular(k + 1, k + 2, first + k), of: w)
      // What is no parameter is not written.
      _ = list.input(name, Matrix(row: [Double(k)]))
    }
    return list
  }

  private func values(_ list: WengertList) -> [Matrix] {
    list.parameters.map { list.value(of: $0) }
  }

  @Test func parametersAreReadBackBitForBit() throws {
    let written = try list(["a.W", "α", "last"])
    try written.save(to: path, metadata: [("epochs", "7"), ("note", "é")])
    let file = try SafetensorsFile.read(path)
    #expect(file.tensors.map(\.name) == ["a.W", "α", "last"])
    #expect(file.tensors.map(\.shape) == [[1, 2], [2, 3], [3, 4]])
    #expect(file.metadata == [.init("epochs", "7"), .init("note", "é")])
    let read = try list(["a.W", "α", "last"], 50)
    #expect(values(read) != values(written))
    try read.setParameters(contentsOf: path)
    #expect(values(read) == values(written))
    #expect(scratch.names == ["parameters"])
  }

  /// A file needs names that differ, and keeps one for its texts.
  @Test func everyParameterHasANameOfItsOwn() throws {
    let names = ["w", "b", "w", "w.2", "", "w", "", "__metadata__"]
    let written = try list(names)
    try written.save(to: path)
    #expect(
      try SafetensorsFile.read(path).tensors.map(\.name)
        == ["w", "b", "w.2", "w.2.2", "parameter", "w.3", "parameter.2", "__metadata__.2"])
    let read = try list(names, 50)
    try read.setParameters(contentsOf: path)
    #expect(values(read) == values(written))
  }

  /// A network of any depth goes on learning where another stopped.
  @Test func learningGoesOnFromAFile() throws {
    func network(seed: UInt32) throws -> (WengertList, x: Register, loss: Register) {
      var random = RandomState(seed: seed)
      let net = WengertList()
      let x = net.input("x", Shape(2, 3))
      let y = net.input("y", Matrix(rows: 2, columns: 2, [1, 0, 0, 1]))
      let z = try net.record("z", Tanh(), net.linear("a", x, units: 4, &random))
      let b = try net.linear("b", z, units: 2, &random)
      let loss = try net.record("J", CrossEntropy(), y, net.record("ŷ", Softmax(), b))
      return (net, x, loss)
    }
    func step(_ net: WengertList, _ x: Register, _ loss: Register) throws -> Double {
      var descent = GradientDescent(rate: 0.5)
      return try descent.learn(loss, on: net, from: [x: .irregular(2, 3)])
    }
    let (first, x, loss) = try network(seed: 1)
    _ = try step(first, x, loss)
    try first.save(to: path)
    let (second, x2, loss2) = try network(seed: 2)
    // What its own steps left, such as gradients, must not show.
    _ = try step(second, x2, loss2)
    try second.setParameters(contentsOf: path)
    #expect(try step(first, x, loss) == step(second, x2, loss2))
    #expect(values(first) == values(second))
  }

  /// What a file holds that is not for the list ("a" 1×2, "b" 2×3), and what is said of it.
  static let wrong: [([SafetensorsFile.Tensor], String)] = [
    ([], #"holds no tensor "a": found none, expected "a" and "b""#),
    (
      [tensor("a", [1, 2]), tensor("c", [2, 3])],
      #"holds no tensor "b": found "a" and "c", expected "a" and "b""#
    ),
    (
      [tensor("a", [1, 2]), tensor("b", [2, 3])] + (1...9).map { tensor("c\($0)", []) },
      #"holds a tensor "c1" too many: found "a", "b", "c1", "c2", "c3" and 6 more, "#
        + #"expected "a" and "b""#
    ),
    ([tensor("a", [1, 2]), tensor("b", [3, 2])], "b has shape [3, 2], expected [2, 3]"),
    ([tensor("a", [2]), tensor("b", [2, 3])], "a has shape [2], expected [1, 2]"),
    (
      [tensor("a", [1, 2]), tensor("b", [2, 3], .nan)], "b[1, 2] is nan, expected a finite number"
    ),
  ]

  /// Ones, and a last value.
  private static func tensor(
    _ name: String, _ shape: [Int], _ last: Double = 1
  ) -> SafetensorsFile.Tensor {
    let count = shape.reduce(1, *)
    let ones = [Double](repeating: 1, count: count - 1)
    return SafetensorsFile.Tensor(name, shape: shape, values: ones + [last])
  }

  @Test(arguments: wrong.indices)
  func ofAWrongFileNothingIsTaken(index: Int) throws {
    let (tensors, message) = Self.wrong[index]
    try SafetensorsFile(tensors: tensors).write(to: path)
    let list = try list(["a", "b"])
    let before = values(list)
    #expect(throws: FileError(.data, path: path, message)) {
      try list.setParameters(contentsOf: path)
    }
    #expect(values(list) == before)
  }

  @Test func aFileThatCannotBeWrittenStaysAsItWas() throws {
    let list = try list(["a"])
    #expect(throws: FileError.self) { try list.save(to: scratch.path) }
    #expect(throws: FileError.self) { try list.save(to: scratch.file("none/file")) }
    #expect(scratch.names == [])
  }
}
