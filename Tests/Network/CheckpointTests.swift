import Formats
import Layers
import Network
import TestSupport
import Testing

struct CheckpointTests {
  /// Any number of classes, and either layout of β in the list.
  @Test(arguments: [1, 3, 10, 26], [nil, Linear()] as [(any BinaryModule)?])
  func aNetworkIsReadBackAsItWasWritten(classes: Int, linear: (any BinaryModule)?) throws {
    let scratch = try Scratch()
    let network = try Network(
      inputs: 4, hidden: 3, classes: classes, NetworkModules(linear: linear))
    try network.setParameters(alpha: .irregular(3, 5), beta: .irregular(classes, 4))
    let file = network.checkpoint(metadata: [("seed", "7")])
    #expect(file.tensors.map(\.shape) == [[3, 5], [classes, 4]])
    #expect(file.metadata == [.init("seed", "7")])
    let read = try Network.read(try scratch.write("model", file.bytes))
    #expect([read.inputs, read.hidden, read.classes] == [4, 3, classes])
    #expect(read.alpha == network.alpha && read.beta == network.beta)
  }

  @Test func anotherNumberOfClassesThanAskedForIsRefused() throws {
    let scratch = try Scratch()
    let network = try Network(inputs: 4, hidden: 3, classes: 9)
    let path = try scratch.write("model", network.checkpoint(metadata: []).bytes)
    #expect(try Network.read(path, classes: 9).classes == 9)
    #expect(throws: FileError(.data, path: path, "beta is 9×4, but alpha 3×5 needs 10×4")) {
      try Network.read(path, classes: 10)
    }
  }
}
