import Foundation
import Formats
import TestSupport
import Testing

/// `entities predict` and `evaluate` with files that are, or are not, trained networks.
struct ModelTests {
  /// Changes of an LSTM's file (M 10, H 5, K 3) and what is said of it.
  static let changes: [(change: @Sendable (inout Texts, inout Tensors) -> Void, said: String)] = [
    ({ texts, _ in texts["model"] = nil }, "holds no text \"model\""),
    ({ texts, _ in texts["model"] = "gru" }, "\"gru\", expected \"mlp\" or \"lstm\""),
    ({ texts, _ in texts["model"] = "mlp" }, "holds no tensor \"W1\""),
    ({ texts, _ in texts["max_length"] = "1000000000" }, "expected 1 to 1000"),
    ({ texts, _ in texts["vocabulary"] = " a" }, "W has shape [34, 20], expected [3, 20]"),
    ({ texts, _ in texts["classes"] = "a\n\nb" }, "expected different labels"),
    ({ texts, _ in texts["classes"] = "a\nb" }, "W2 has shape [5, 3], expected [5, 2]"),
    ({ _, tensors in tensors["U"] = nil }, "holds no tensor \"U\""),
    ({ _, tensors in tensors["U"] = ([1, 100], zeros(100)) }, "U has shape [1, 100]"),
    (
      { _, tensors in tensors["W2"] = ([1 << 59, 0], []) },
      "W2 has shape [576460752303423488, 0], expected"
    ),
    ({ _, tensors in tensors["U"]?.values[21] = .nan }, "U[1, 1] is nan, expected a finite"),
    (
      { _, tensors in
        // Open gates and a full cell make every H about 1, and the sum of five of these too large.
        tensors["W"] = ([34, 20], zeros(680).map { _ in 100 })
        tensors["W2"]?.values = zeros(15).map { _ in 1e308 }
      }, "an answer is not a number"
    ),
  ]

  typealias Texts = [String: String]
  typealias Tensors = [String: (shape: [Int], values: [Double])]

  private static func zeros(_ count: Int) -> [Double] { [Double](repeating: 0, count: count) }

  @Test(arguments: changes.indices) func aWrongFileIsOneLineAndExit65(index: Int) throws {
    let (change, message) = Self.changes[index]
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
    #expect(run.exitCode == 65 && run.output == "", "\(run.output)")
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
    #expect(file.tensors.map(\.name) == ["W", "b", "U", "W2", "b2"])
    #expect(file.tensors.map(\.shape) == [[34, 20], [20], [5, 20], [5, 3], [3]])
    let texts = Dictionary(uniqueKeysWithValues: file.metadata.map { ($0.name, $0.value) })
    #expect(texts["model"] == "lstm" && texts["seed"] == "3" && texts["forget_bias"] == "0.5")
    #expect(texts["classes"] == "Person\nPlace\nSpecies")
    #expect(texts["vocabulary"] == " ABEGHJLNOPRSTVZadefiklmnorstuwÉë")
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
    #expect(lines[4].hasSuffix("  a A [1m"))
    #expect(lines[5].hasSuffix("  東京  (most letters unknown)"))
  }

  /// However a title is typed, the answer is the same line.
  @Test func aTitleIsOneHoweverItIsTyped() throws {
    let toy = try Toy()
    _ = try toy.train("mlp", "-q")
    let spellings = [
      "Zoë Bell", "Zoë_Bell", "Zo%C3%AB_Bell", "Zoe\u{308} Bell ", "\u{200b}Zoë\u{a0} Bell",
    ]
    let run = try entities(["predict", toy.model] + spellings)
    #expect(run.lines.count == spellings.count + 1 && Set(run.lines.dropLast()).count == 1)
    #expect(run.lines[0].hasSuffix("  Zoë Bell"))
    let other = try entities("predict", toy.model, "Zoe Bell")
    #expect(other.lines[0].prefix(15) != run.lines[0].prefix(15))
  }

  /// `-` stands for titles a line, where it is among others.
  @Test func titlesComeFromStandardInput() throws {
    let toy = try Toy()
    _ = try toy.train("mlp", "-q")
    let typed = try entities("predict", toy.model, "Red Owl", "San Elm", "Anna Lund")
    let read = try entities(
      "predict", toy.model, "Red Owl", "-", "Anna Lund", input: "San_Elm\r\n")
    #expect(typed.exitCode == 0 && read.output == typed.output)
    let wrong = try entities("predict", toy.model, "-", input: "a\n\nb\n")
    #expect(wrong.isRefusal(by: "entities", 65, "<stdin>:2:1: blank line"), "\(wrong)")
    // Half of the characters that are read, 10, may be unknown; later ones and spaces do not count.
    let unknown = try entities(
      "predict", toy.model, "Oж", "Oжж", "O    жж", "OwlOwlOwlOжжжжжжжжжжжжж")
    #expect(
      unknown.lines.dropLast().map { $0.hasSuffix("unknown)") } == [false, true, true, false])
  }

  /// Titles of a file, some with a label, one with a comma and quotation marks.
  @Test func predictSaysWhatIsRight() throws {
    let toy = try Toy()
    _ = try toy.train("mlp", "-q")
    let said = try #require(
      try entities("predict", toy.model, "Anna Owl").output.split(separator: " ").first)
    let other = said == "Place" ? "Person" : "Place"
    let input = "Anna_Owl\t\(said)\nAnna Owl\t\(other)\nAnna, \"Owl\"\n"
    let run = try entities("predict", toy.model, "-", input: input)
    #expect(run.exitCode == 0)
    #expect(run.errors == "2 labelled titles, 1 right: accuracy 50.00 %\n")
    let words = run.lines.map { $0.split(separator: " ").map(String.init) }
    #expect(words[0].dropFirst(2) == [String(said), "right", "Anna", "Owl"])
    #expect(words[1].dropFirst(2) == [other, "wrong", "Anna", "Owl"])
    #expect(words[2].dropFirst(2).prefix(2) == ["Anna,", "\"Owl\""])
    let csv = try entities("predict", toy.model, "-", "--csv", input: input).lines
    #expect(csv[0] == "row,told,probability,title,true,right")
    #expect(csv[1].hasPrefix("1,\(said),0.") && csv[1].hasSuffix(",Anna Owl,\(said),1"))
    #expect(csv[2].hasSuffix(",Anna Owl,\(other),0"))
    #expect(csv[3].hasPrefix("3,") && csv[3].hasSuffix(#","Anna, ""Owl""",,"#))
    let typed = try entities("predict", toy.model, "--csv", "Anna Owl")
    #expect(typed.errors == "" && typed.lines[0] == "row,told,probability,title")
  }

  /// Rows of the confusion matrix are what the titles are, columns what the network says.
  @Test func confusionsAreInTheRowOfTheTrueClass() throws {
    let toy = try Toy()
    _ = try toy.train("mlp", "-q")
    let said = try #require(
      try entities("predict", toy.model, "Anna Owl").output.split(separator: " ").first)
    let classes = ["Person", "Place", "Species"]
    for label in classes {
      let run = try entities("evaluate", toy.model, "-", input: "Anna_Owl\t\(label)\n")
      let counts = classes.map { $0 == said ? "1" : "·" }
      #expect(run.words(after: label).dropLast(2).map(String.init) == counts, "\(run.output)")
    }
  }

  @Test func evaluateReadsStandardInput() throws {
    let toy = try Toy()
    _ = try toy.train("mlp", "-q")
    let run = try entities("evaluate", toy.model, "-", input: "Anna_Owl\tPerson\n")
    #expect(run.exitCode == 0 && run.words(after: "titles") == ["1"])
    let wrong = try entities("evaluate", toy.model, "-", input: "a\tPerson\nb\tThing\n")
    #expect(wrong.exitCode == 65 && wrong.output == "")
    #expect(wrong.errors.hasPrefix("entities: <stdin>:2:3: label \"Thing\""), "\(wrong.errors)")
  }
}
