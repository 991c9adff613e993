import Autodiff
import Foundation
import SwiftLayers
import TestSupport
import Testing

/// What README shows is compiled here, the framework's examples under one import, and does what
/// README says.
@Suite(.firstIssues) struct ReadmeTests {
  private let letters, test: DataSet

  init() throws {
    letters = try .letters(checkoutFile("handout-data/smallTrain.csv").path)
    test = try .letters(checkoutFile("handout-data/smallTest.csv").path)
  }

  @Test func everyBlockOfSwiftIsInATest() throws {
    let files = [
      "Tests/SwiftLayers/OwnLayerTests.swift", "Tests/SwiftLayers/DeepNetwork.swift",
      "Tests/SwiftLayers/TrainingLoop.swift", "Tests/SwiftLayers/ReadmeTests.swift",
      "Tests/SwiftLayers/DetachedTraining.swift",
    ]
    let blocks = try Page("README.md").blocks("swift")
    let sources = try files.map { try Page($0).text }
    #expect(blocks.count == 9)
    for block in blocks { #expect(sources.contains { $0.contains("\n" + block) }, "\(block)") }
  }

  /// A path between backticks is that of a file or folder of the checkout.
  @Test(arguments: [
    "README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/autodiff.md",
    "docs/choosing.md", "docs/eager.md",
    "docs/entities.md", "docs/regression.md",
  ]) func everyPathIsThere(page: String) throws {
    let text = try Page(page).text
    let path = /`((?:Sources|Tests|Scripts|Fixtures|Benchmarks|docs|handout-data)\/[\w\/.-]*)`/
    for match in text.matches(of: path) {
      let file = checkoutFile(String(match.1)).path
      #expect(FileManager.default.fileExists(atPath: file), "\(page): \(match.1)")
    }
  }

  /// The two numbers of lines in "Where to read on", to the nearest hundred.
  @Test func theNumbersOfLinesAreSo() throws {
    func lines(_ files: [String]) throws -> Int {
      try files.reduce(0) { $0 + (try checkoutText($1)).count { $0 == "\n" } }
    }
    let path = try ["Layers", "Graph", "Network", "Network/Assembly"].flatMap { room in
      try FileManager.default.contentsOfDirectory(atPath: checkoutFile("Sources/\(room)").path)
        .filter { $0.hasSuffix(".swift") }.map { "Sources/\(room)/\($0)" }
    }
    let first = [
      "Layers/Sigmoid", "Layers/Elementwise", "Layers/Linear", "Layers/Module",
      "Graph/WengertList", "Graph/Passes", "Graph/GradientDescent", "Network/Assembly/Network",
      "Network/NetworkTraining", "GradientCheck/JacobianCheck", "GradientCheck/LossCheck",
    ].map { "Sources/\($0).swift" }
    let text = try Page("README.md").text
    for (files, before) in [(path, "passes through is ["), (first, "A reading path of ")] {
      let hundreds = (try lines(files) + 50) / 100
      let words = before + "\(hundreds / 10),\(hundreds % 10)00 lines"
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test func theDeepNetworkLearns() throws { #expect(try deepNetwork(letters, test) > 0.75) }

  @Test func modelsAreReadBack() throws {
    let scratch = try Scratch()
    let (file, other) = (scratch.file("model"), scratch.file("other"))
    let network = try Network(inputs: 5, hidden: 4, classes: 3)
    try network.initialize(.random(seed: 1))
    let net = WengertList()
    let w = net.parameter("w", Shape(2, 3))
    try net.setValue(Matrix(rows: 2, columns: 3, [1, 2, 3, 4, 5, 6]), of: w)

    try network.save(to: file, metadata: [("epochs", "30")])
    let copy = try Network(contentsOf: file)  // its size, and its classes, are those in the file
    try net.save(to: other)
    try net.setParameters(contentsOf: other)  // of a list with the same parameters

    #expect(copy.classes == 3 && copy.alpha == network.alpha && copy.beta == network.beta)
    #expect(net.value(of: w).values == [1, 2, 3, 4, 5, 6])
  }

  /// What was trained elsewhere is what is trained here, to the bit.
  @Test func aNetworkIsTrainedAwayFromTheMainActor() async throws {
    let errorRate = try await readingOnTheMainActor(letters, test)
    let network = try Network(inputs: 128, hidden: 50, classes: 10)
    try network.initialize(.random(seed: 0))
    try network.train(letters, validation: test, epochs: 30, rate: 0.01)
    #expect(try network.evaluate(test).errorRate == errorRate && errorRate < 0.4)
  }

  @Test func theLoopIsThatOfTrain() throws {
    let networks = try (0..<2).map { _ in try Network(inputs: 128, hidden: 8, classes: 10) }
    for network in networks { try network.initialize(.random(seed: 3)) }
    try networks[0].train(letters, validation: letters, epochs: 1, rate: 0.1)
    try trainOnce(networks[1], on: letters, rate: 0.1)
    #expect(networks[0].alpha == networks[1].alpha && networks[0].beta == networks[1].beta)
  }

  @Test func anExpression() throws {
    let expressions = Expressions()
    let x1 = try expressions.input("x1")
    let x2 = try expressions.input("x2")
    let f = try square(x1 + x1 + x2).named("f")
    let (values, gradients) = try expressions.backpropagate(
      f, ["x1": Matrix(row: [3]), "x2": Matrix(row: [7])])  // f = 169, gradient (52, 26)
    #expect(values["f"] == Matrix(row: [169]))
    #expect(gradients["x1"] == Matrix(row: [52]) && gradients["x2"] == Matrix(row: [26]))
  }
}
