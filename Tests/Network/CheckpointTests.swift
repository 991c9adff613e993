import Formats
import Layers
import Network
import Operations
import TestSupport
import Testing

@Suite(.firstIssues) struct CheckpointTests {
  /// Any number of classes, and either layout of β in the list.
  @Test(arguments: [1, 3, 10, 26], [NetworkModules(), .asWritten])
  func aNetworkIsReadBackAsItWasWritten(classes: Int, modules: NetworkModules) throws {
    let scratch = try Scratch()
    let network = try Network(inputs: 4, hidden: 3, classes: classes, modules)
    try network.setParameters(alpha: .irregular(3, 5), beta: .irregular(classes, 4))
    let path = scratch.file("model")
    try network.save(to: path, metadata: [("seed", "7")])
    let file = try SafetensorsFile.read(path)
    #expect(file.tensors.map(\.shape) == [[3, 5], [classes, 4]])
    #expect(file.metadata == [.init("seed", "7")])
    #expect(scratch.names == ["model"])
    let read = try Network(contentsOf: path, modules)
    #expect([read.inputs, read.hidden, read.classes] == [4, 3, classes])
    #expect(read.alpha == network.alpha && read.beta == network.beta)
  }

  /// Other modules would make another network of the same numbers.
  @Test func modulesOfOnesOwnAreAskedFor() throws {
    let scratch = try Scratch()
    let own = NetworkModules(sigmoid: Tanh())
    let network = try Network(inputs: 4, hidden: 3, classes: 2, own)
    let path = scratch.file("model")
    try network.save(to: path)
    #expect(try Network(contentsOf: path, own).alpha == network.alpha)
    let error = #expect(throws: FileError.self) { try Network(contentsOf: path) }
    let message = error?.message ?? ""
    #expect(message.lowercased().hasPrefix("is a network of the modules \"linear, tanh, linear"))
    #expect(message.hasSuffix(", not of Linear, Sigmoid, Linear, Softmax, CrossEntropy"))
  }

  @Test func anotherNumberOfClassesThanAskedForIsRefused() throws {
    let scratch = try Scratch()
    let network = try Network(inputs: 4, hidden: 3, classes: 9)
    let path = try scratch.write("model", network.checkpoint().bytes)
    #expect(try Network(contentsOf: path, classes: 9).classes == 9)
    #expect(throws: FileError(.data, path: path, "beta is 9×4, but alpha 3×5 needs 10×4")) {
      try Network(contentsOf: path, classes: 10)
    }
  }

  /// `Scripts/make_torch_fixtures.py` says what a network is, and what PyTorch answers with it.
  @Test func aNetworkOfPyTorchIn32BitsAnswersAsItDoesThere() throws {
    let network = try Network(contentsOf: referenceFile("torch/model.safetensors").path)
    let answers = try ModelTensors(
      contentsOf: referenceFile("torch/answers.safetensors").path)
    let x = Matrix(
      rows: 5, columns: network.inputs, try answers.values(of: "x", shape: [5, network.inputs]))
    let expected = try answers.values(of: "yhat", shape: [5, network.classes])
    #expect(try network.probabilities(x).isClose(to: expected, 1e-14))
  }
}
