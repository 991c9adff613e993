import Foundation
import Formats
import TestSupport
import Testing

/// The files that `entities train` leaves.
struct ResultFilesTests {
  /// What `numpy.save` writes before the values: 128 bytes.
  private func header(_ shape: String) -> [UInt8] {
    let text = "{'descr': '<f8', 'fortran_order': False, 'shape': \(shape), }"
    let padded = text.padding(toLength: 117, withPad: " ", startingAt: 0) + "\n"
    return [0x93] + Array("NUMPY".utf8) + [1, 0, 118, 0] + Array(padded.utf8)
  }

  private func values(_ bytes: [UInt8]) -> [Double] {
    stride(from: 128, to: bytes.count, by: 8).map { start in
      let word = bytes[start..<start + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
      return Double(bitPattern: word)
    }
  }

  /// Rows in the order of the test file, columns in that of the labels: what `predict` answers for
  /// the same titles.
  @Test(arguments: ["mlp", "lstm"]) func probabilitiesAreThoseOfTheTestTitles(
    network: String
  ) throws {
    let toy = try Toy()
    #expect(try toy.train(network, "--epochs", "9").exitCode == 0)
    let bytes = try toy.scratch.bytes("output.npy")
    #expect(Array(bytes.prefix(128)) == header("(10, 3)"))
    let probabilities = values(bytes)
    try #require(probabilities.count == 30)
    #expect(try toy.scratch.read("output.labels") == "Person\nPlace\nSpecies\n")
    let answers = try entities(["predict", toy.model] + toy.testTitles)
    let lines = answers.lines.dropLast()
    try #require(lines.count == 10)
    for (i, line) in lines.enumerated() {
      let row = probabilities[3 * i..<3 * i + 3]
      #expect(abs(row.reduce(0, +) - 1) <= 1e-12)
      let most = try #require(row.max())
      let label = ["Person", "Place", "Species"][try #require(row.firstIndex(of: most)) - 3 * i]
      let expected = label.padding(toLength: 7, withPad: " ", startingAt: 0)
      #expect(line == "\(expected)  \(String(format: "%.4f", most))  \(toy.testTitles[i])")
    }
  }

  /// The test's numbers in the report are those of `evaluate` on the test file.
  @Test func theReportIsOfTheTestTitles() throws {
    let toy = try Toy()
    let run = try toy.train("lstm", "--epochs", "5")
    let evaluation = try entities("evaluate", toy.model, toy.scratch.file("toy.test"))
    let loss = try #require(evaluation.number(0, after: "mean cross-entropy"))
    let accuracy = try #require(evaluation.number(0, after: "accuracy"))
    let printed = try #require(run.number(1, after: "mean cross-entropy"))
    #expect(abs(loss - printed) <= 0.5001e-4)
    #expect(abs(100 * accuracy - (run.number(2, after: "accuracy") ?? 0)) <= 0.005001)
    #expect(evaluation.words(after: "titles") == ["10"])
    let table = evaluation.lines.drop { !$0.hasPrefix("true") }
    #expect(table.dropFirst().allSatisfy { run.lines.contains($0) } && table.count == 5)
    let counts = table.flatMap { $0.split(separator: " ").dropLast(2) }.compactMap { Int($0) }
    #expect(counts.reduce(0, +) == 10)
  }

  /// 30 titles in batches of 10, two epochs; the mean of an epoch is what was printed.
  @Test func lossesAreThoseOfTheMinibatches() throws {
    let toy = try Toy()
    let run = try toy.train()
    let bytes = try toy.scratch.bytes("loss.npy")
    #expect(Array(bytes.prefix(128)) == header("(6,)"))
    let losses = values(bytes)
    try #require(losses.count == 6)
    for epoch in [0, 1] {
      let mean = losses[3 * epoch..<3 * epoch + 3].reduce(0, +) / 3
      let printed = try #require(run.number(0, after: "epoch \(epoch + 1)/2  train"))
      #expect(abs(printed - mean) <= 0.5001e-4)
    }
  }

  /// Beside the model, where it is asked for, or nowhere.
  @Test func thePageIsWhereItIsAskedFor() throws {
    for (words, names) in [
      ([], ["model.html"]), (["--report", "p"], ["p"]), (["--no-report"], []),
    ] {
      let toy = try Toy()
      let run = try entities.afterShell("cd '\(toy.scratch.path)'", toy.words("mlp", words))
      #expect(run.exitCode == 0)
      #expect(toy.scratch.names.filter { $0 == "p" || $0.hasSuffix(".html") } == names)
      for name in names { #expect(try toy.scratch.read(name).hasPrefix("<!DOCTYPE html>")) }
    }
    let toy = try Toy()
    #expect(try toy.train("mlp").exitCode == 0 && toy.scratch.names.contains("model.html"))
    // It would be another run's.
    #expect(try toy.train("mlp", "--no-report").exitCode == 0)
    #expect(!toy.scratch.names.contains("model.html"))
    let twice = try entities(toy.words("mlp", ["--report", toy.model]))
    #expect(twice.exitCode == 64, "\(twice.errors)")
  }

  /// As NumPy's `save` does it.
  @Test func theEndingIsAddedWhereItIsMissing() throws {
    let toy = try Toy()
    let file = toy.scratch.file("a.txt")
    #expect(try toy.train("mlp", "-q", "-o", file, "--train-loss", file + "2").exitCode == 0)
    let names = toy.scratch.names.filter { $0.hasPrefix("a.") }
    #expect(names == ["a.txt.labels", "a.txt.npy", "a.txt2.npy"])
  }

  /// Nothing is computed for a file that cannot be written.
  @Test(arguments: [
    ["--output", "/nowhere/p.npy"], ["--train-loss", "/nowhere/l"], ["--model", "/nowhere/m"],
    ["--model", "/"], ["--output", "DIRECTORY"],
  ])
  func whatCannotBeWrittenIsFoundFirst(option: [String]) throws {
    let toy = try Toy()
    let folder = toy.scratch.file("p.npy")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    let path = option[1] == "DIRECTORY" ? folder : option[1]
    let run = try toy.train("mlp", option[0], path)
    #expect(run.exitCode == 73 && run.output == "", "\(run.output)")
    #expect(run.errors.contains(path) && run.errors.split(separator: "\n").count == 1)
    #expect(!toy.scratch.names.contains("model.safetensors"))
  }
}
