import Foundation
import Formats
import RunningPrograms
import Testing

/// `entities predict` and `evaluate` with files that are, or are not, trained networks.
struct ModelTests {
  /// Changes of an LSTM's file (M 10, H 5, K 3) and what is said of it.
  static let changes:
    [(String, @Sendable (inout [String: String], inout Tensors) -> Void, String)] =
      [
        ("network", { texts, _ in texts["network"] = nil }, "holds no \"network\" in its metadata"),
        ("gru", { texts, _ in texts["network"] = "gru" }, "\"gru\", expected mlp or lstm"),
        ("other", { texts, _ in texts["network"] = "mlp" }, "holds a tensor \"W\""),
        ("length", { texts, _ in texts["max_len"] = "0" }, "a number from 1 to 1000"),
        ("huge", { texts, _ in texts["max_len"] = "1000000000" }, "a number from 1 to 1000"),
        ("order", { texts, _ in texts["vocabulary"] = " ba" }, "in increasing order"),
        ("space", { texts, _ in texts["vocabulary"] = "ab" }, "in increasing order"),
        ("twice", { texts, _ in texts["vocabulary"] = " aa" }, "in increasing order"),
        ("short", { texts, _ in texts["vocabulary"] = " a" }, "expected [4, 20]"),
        ("empty", { texts, _ in texts["classes"] = "a\n\nb" }, "different names, one a line"),
        ("same", { texts, _ in texts["classes"] = "a\nb\na" }, "different names, one a line"),
        ("tab", { texts, _ in texts["classes"] = "a\nb\tc\nd" }, "different names, one a line"),
        ("fewer", { texts, _ in texts["classes"] = "a\nb" }, "expected [hidden units + 1, 2]"),
        ("missing", { _, tensors in tensors["U"] = nil }, "holds no tensor \"U\""),
        ("more", { _, tensors in tensors["V"] = ([1], [0]) }, "holds a tensor \"V\""),
        ("wide", { _, tensors in tensors["U"] = ([1, 100], zeros(100)) }, "U has shape [1, 100]"),
        ("flat", { _, tensors in tensors["W2"] = ([18], zeros(18)) }, "W2 has shape [18]"),
        ("none", { _, tensors in tensors["W2"] = ([1 << 62, 0], []) }, "W2 has shape [461"),
        ("nan", { _, tensors in tensors["U"]?.values[21] = .nan }, "U[1, 1] is nan"),
        ("inf", { _, tensors in tensors["U"]?.values[0] = -.infinity }, "U[0, 0] is -inf"),
        (
          "big", { _, tensors in tensors["W2"]?.values = zeros(18).map { _ in 1e308 } },
          "an answer is not a number"
        ),
      ]

  typealias Tensors = [String: (shape: [Int], values: [Double])]

  private static func zeros(_ count: Int) -> [Double] { [Double](repeating: 0, count: count) }

  @Test(arguments: changes.indices) func aWrongFileIsOneLineAndExit65(index: Int) throws {
    let (name, change, message) = Self.changes[index]
    let toy = try Toy()
    _ = try toy.train("lstm", "-q")
    let file = try SafetensorsFile.read(toy.model)
    var texts = Dictionary(uniqueKeysWithValues: file.metadata.map { ($0.name, $0.value) })
    var tensors: Tensors = Dictionary(
      uniqueKeysWithValues: file.tensors.map { ($0.name, ($0.shape, $0.values)) })
    change(&texts, &tensors)
    let changed = SafetensorsFile(
      tensors: tensors.sorted { $0.key < $1.key }.map {
        .init($0.key, shape: $0.value.shape, values: $0.value.values)
      }, metadata: texts.sorted { $0.key < $1.key }.map { .init($0.key, $0.value) })
    try toy.scratch.write("model.safetensors", changed.bytes)
    let run = try entities("predict", toy.model, "Anna Owl")
    #expect(run.exitCode == 65 && run.output == "", "\(name): \(run.output)")
    #expect(run.errors.hasPrefix("entities: ") && run.errors.contains(message), "\(run.errors)")
    #expect(run.errors.filter { $0 == "\n" }.count == 1)
  }

  /// Cut anywhere, the file is said to be wrong.
  @Test func aCutFileIsAnError() throws {
    let toy = try Toy()
    _ = try toy.train("mlp", "-q")
    let bytes = try toy.scratch.bytes("model.safetensors")
    for count in [0, 7, 8, 9, 300, bytes.count - 8, bytes.count - 1] {
      try toy.scratch.write("model.safetensors", Array(bytes[..<count]))
      let run = try entities("predict", toy.model, "Anna Owl")
      #expect(run.exitCode == 65 && run.errors.split(separator: "\n").count == 1, "\(count)")
    }
  }

  /// The settings of the run stand in the file.
  @Test func theFileSaysHowItWasMade() throws {
    let toy = try Toy()
    _ = try toy.train("lstm", "-q", "--seed", "3", "--forget-bias", "0.5")
    let file = try SafetensorsFile.read(toy.model)
    #expect(file.tensors.map(\.name) == ["W", "U", "W2"])
    #expect(file.tensors.map { $0.shape[1] } == [20, 20, 3])
    let texts = Dictionary(uniqueKeysWithValues: file.metadata.map { ($0.name, $0.value) })
    #expect(texts["network"] == "lstm" && texts["seed"] == "3" && texts["forget_bias"] == "0.5")
    #expect(texts["classes"] == "Person\nPlace\nSpecies")
    #expect(texts["vocabulary"]?.hasPrefix(" ABEFGH") == true)
    #expect(texts["vocabulary"]?.hasSuffix("vwzÉë") == true)
    #expect(texts["epochs_trained"] == "2")
  }

  /// A title's later characters, and what pads it, are not told apart; control characters do no
  /// harm.
  @Test func titlesArePlainText() throws {
    let toy = try Toy()
    _ = try toy.train("mlp", "-q", "--max-len", "4")
    let titles = ["Anna", "Anna Owl", "An", "An  ", "a_%41\t\u{1B}[1m\n", "東京"]
    let run = try entities(["predict", toy.model] + titles)
    let lines = run.lines.dropLast()
    try #require(lines.count == 6)
    let answers = lines.map { $0.prefix(15) }
    #expect(answers[0] == answers[1] && answers[2] == answers[3] && answers[0] != answers[2])
    #expect(lines[4].hasSuffix(#"  a_%41\t\u{1B}[1m\n"#))
    #expect(lines[5].hasSuffix("  東京"))
  }

  @Test func evaluateReadsStandardInput() throws {
    let toy = try Toy()
    _ = try toy.train("mlp", "-q")
    let run = try entities("evaluate", toy.model, "-", input: "Anna_Owl\tPerson\n")
    #expect(run.exitCode == 0 && run.words(after: "titles") == ["1"])
    let wrong = try entities("evaluate", toy.model, "-", input: "a\tPerson\nb\tThing\n")
    #expect(wrong.exitCode == 65 && wrong.output == "")
    #expect(wrong.errors.hasPrefix("entities: <stdin>:2:1: label \"Thing\""), "\(wrong.errors)")
  }
}
