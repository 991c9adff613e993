import TestSupport
import Testing

/// `entities experiment`: the times themselves are the machine's.
struct ExperimentTests {
  @Test(arguments: [
    ("batch-size", ["16", "32", "64"], "N, titles in a minibatch"),
    ("max-len", ["10", "15", "20"], "M, characters of a title"),
  ])
  func printsATableAndDrawsIt(what: String, sizes: [String], label: String) throws {
    let toy = try Toy()
    let drawing = toy.scratch.file("a.svg")
    let run = try entities(
      "experiment", what, "-d", toy.scratch.path, "-D", "toy", "-e", "2", "-o", drawing)
    #expect(run.exitCode == 0 && run.errors == "")
    #expect(run.output.hasPrefix("toy, 30 titles: training time per epoch, the median of 2\n"))
    let rows = run.lines.drop { !$0.hasPrefix(label) }.dropFirst().dropLast()
    #expect(rows.map { String($0.prefix(2)) } == sizes)
    for row in rows {
      let numbers = row.split(separator: " ").compactMap { Double($0) }
      #expect(numbers.count == 4 && numbers.allSatisfy { $0 > 0 }, "\(row)")
    }
    let svg = try toy.scratch.read("a.svg")
    for text in sizes + [label, "training time per epoch (ms), logarithmic", "MLP", "LSTM"] {
      #expect(svg.contains(">\(text)</text>"), "\(text)")
    }
  }

  /// What was measured until then is printed.
  @Test func anInterruptedExperimentEndsInOrder() throws {
    let toy = try Toy()
    let run = try entities.interrupted(
      ["experiment", "batch-size", "-d", toy.scratch.path, "-D", "toy", "-e", "1000000"])
    #expect(run.exitCode == 130, "\(run.errors)")
    #expect(run.errors.hasPrefix("entities: interrupted after epoch "))
    let epochs = run.errors.split(separator: " ").last.flatMap { Int($0.dropLast()) }
    #expect(try #require(epochs) >= 0, "\(run.errors)")
    #expect((try #require(epochs) > 0) == run.output.contains("\n64 "), "\(run.errors)")
  }
}
