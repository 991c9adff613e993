import Formats
import Layers
import Learning
import Random
import TestSupport
import Testing

@testable import Entities

private func model(_ kind: Architecture.Kind) throws -> TitleModel {
  try TitleModel(
    smallNetwork(kind, batch: 4), vocabulary: smallVocabulary, classes: ["A", "B", "C d"])
}

extension TitleModel {
  /// The model in the file `m`.
  fileprivate init(inFile file: SafetensorsFile) throws(FileError) {
    try self.init(ModelTensors(file, path: "m"))
  }
}

/// The same predictions after writing and reading, also of titles that are short, long or unknown.
@Test(arguments: Architecture.Kind.allCases)
func aModelIsReadBack(kind: Architecture.Kind) throws {
  let written = try model(kind)
  let scratch = try Scratch()
  try written.save(to: scratch.file("m"), metadata: [("seed", "1")])
  let read = try TitleModel(contentsOf: scratch.file("m"))
  #expect(read.classes == written.classes && read.vocabulary == written.vocabulary)
  #expect(read.network.architecture == written.network.architecture)
  #expect(read.network.values == written.network.values)
  let titles = ["a", "", "abcdefgh", "żółw"]
  let probabilities = try read.probabilities(of: titles)
  #expect(try probabilities == written.probabilities(of: titles))
  #expect(probabilities.shape == Shape(4, 3))
  #expect(try read.probabilities(of: []).shape == Shape(0, 3))
}

/// Titles that come from no file are read as those of one.
@Test func titlesThatLookTheSameGetTheSameAnswer() throws {
  let architecture = Architecture(.mlp, vocabulary: 4, maxLength: 3, hidden: 2, classes: 2)
  let network = try TitleNetwork(architecture, batch: 1)
  var random = RandomState(seed: 1)
  try network.initialize(&random, forgetBias: 0)
  let model = try TitleModel(
    network, vocabulary: Vocabulary(of: ["éa"]), classes: ["A", "B"])
  let answers = try model.probabilities(of: ["é a", " e\u{301}\u{a0}a\u{200b}", "e a"])
  #expect(Matrix(rows: 0..<1, of: answers) == Matrix(rows: 1..<2, of: answers))
  #expect(Matrix(rows: 0..<1, of: answers) != Matrix(rows: 2..<3, of: answers))
  #expect(!model.isMostlyUnknown(" e\u{301}") && model.isMostlyUnknown("e"))
}

/// A file of a megabyte may ask for long titles, of which 64 at a time would need gigabytes.
@Test func aLargeNetworkReadsFewTitlesAtATime() throws {
  let small = try model(.lstm)
  #expect(try TitleModel(inFile: small.file()).network.batch == 64)
  let architecture = Architecture(.lstm, vocabulary: 8, maxLength: 1000, hidden: 200, classes: 3)
  let large = try TitleModel(
    TitleNetwork(architecture, batch: 1), vocabulary: smallVocabulary, classes: ["A", "B", "C d"])
  // A title needs 240 · M · H bytes.
  #expect(try TitleModel(inFile: large.file()).network.batch == 10)
}

/// Biases lie apart from the weights, as the assignment has them.
@Test func theTensorsAreThoseOfTheAssignment() throws {
  let mlp = try model(.mlp).file().tensors.map { "\($0.name) \($0.shape)" }
  #expect(mlp == ["W1 [32, 5]", "b1 [5]", "W2 [5, 3]", "b2 [3]"])
  let lstm = try model(.lstm).file().tensors.map { "\($0.name) \($0.shape)" }
  #expect(lstm == ["W [8, 20]", "b [20]", "U [5, 20]", "W2 [5, 3]", "b2 [3]"])
}

/// A text of the metadata, another value, and what is then said.
@Test(arguments: [
  ("model", "cnn", #"model is "cnn", expected "mlp" or "lstm""#),
  ("max_length", "0", #"max_length is "0", expected 1 to 1000"#),
  ("max_length", "99999999999999999999", nil), ("max_length", "x", nil),
  ("max_length", "5", "W1 has shape [32, 5], expected [40, 5]"),
  ("vocabulary", "abcdef", "vocabulary has a character twice or lacks the space"),
  ("vocabulary", " aa", "vocabulary has a character twice or lacks the space"),
  ("vocabulary", " ab", "W1 has shape [32, 5], expected [16, 5]"),
  ("classes", "A\n\nB", nil), ("classes", "A\nA\nB", nil),
  ("classes", "A\nA\u{a0}\nB", nil), ("classes", "A\nB\n \u{200b}", nil),
  ("classes", "", nil),
  ("classes", "A\nB", "W2 has shape [5, 3], expected [5, 2]"),
])
func textsThatDoNotFitAreReported(name: String, value: String, message: String?) throws {
  let file = try model(.mlp).file()
  let texts = file.metadata.map { $0.name == name ? .init(name, value) : $0 }
  let error = #expect(throws: FileError.self) {
    try TitleModel(inFile: SafetensorsFile(tensors: file.tensors, metadata: texts))
  }
  #expect(error?.kind == .data && error?.path == "m")
  if let message { #expect(error?.message == message) }
}

@Test(arguments: Architecture.Kind.allCases)
func missingPartsAndNumbersThatAreNoneAreReported(kind: Architecture.Kind) throws {
  let file = try model(kind).file()
  for k in file.tensors.indices {
    var without = file.tensors
    let tensor = without.remove(at: k)
    let missing = #expect(throws: FileError.self) {
      try TitleModel(inFile: SafetensorsFile(tensors: without, metadata: file.metadata))
    }
    #expect(missing?.message.hasPrefix("holds no tensor \(quoted(tensor.name)): found ") == true)
    let infinite = Array(tensor.values.dropLast()) + [-Double.infinity]
    without.insert(.init(tensor.name, shape: tensor.shape, values: infinite), at: k)
    let last = tensor.shape.map { $0 - 1 }
    #expect(
      throws: FileError(
        .data, path: "m", "\(tensor.name)\(last) is -inf, expected a finite number")
    ) { try TitleModel(inFile: SafetensorsFile(tensors: without, metadata: file.metadata)) }
  }
  for k in file.metadata.indices {
    var without = file.metadata
    let text = without.remove(at: k)
    #expect(
      throws: FileError(
        .data, path: "m",
        "holds no text \(quoted(text.name)) in its metadata, as every file of entities train does")
    ) { try TitleModel(inFile: SafetensorsFile(tensors: file.tensors, metadata: without)) }
  }
}

/// Numbers that nothing is done with belong to another model.
@Test func aTensorTooManyIsReported() throws {
  let file = try model(.lstm).file()
  let tensors = file.tensors + [.init("x", shape: [0], values: [])]
  #expect(
    throws: FileError(
      .data, path: "m",
      #"holds a tensor "x" too many: found "W", "b", "U", "W2", "b2" and "x", expected "W", "#
        + #""b", "U", "W2" and "b2""#)
  ) { try TitleModel(inFile: SafetensorsFile(tensors: tensors, metadata: file.metadata)) }
}

@Test func aLabelThatTrainingDoesNotHaveIsReportedWithItsPlace() throws {
  let file = try TitleTSV(bytes: Array("a\tA\n%62%20c\tX\n".utf8), path: "t")
  #expect(
    throws: FileError(
      .data, path: "t", line: 2, column: 9, #"label "X" does not occur in the training set"#)
  ) {
    try DataSet(file, path: "t", vocabulary: smallVocabulary, classes: ["A"], maxLength: 4)
  }
}

/// Titles are taken some at a time; nobody can tell.
@Test func manyTitlesGetTheAnswersOfEach() throws {
  let model = try model(.mlp)
  let titles = (0..<2003).map {
    "\(Unicode.Scalar(UInt8(97 + $0 % 6)))\($0 % 7 == 0 ? "bad" : "fed")"
  }
  let answers = try model.probabilities(of: titles)
  #expect(answers.rows == 2003)
  for n in [0, 999, 1000, 1001, 2000, 2002] {
    #expect(try Matrix(rows: n..<n + 1, of: answers) == model.probabilities(of: [titles[n]]))
  }
}

/// Targets are a number for each title and label.
@Test func titlesOfTooManyLabelsAreRefusedBeforeMemoryIsTaken() throws {
  let titles = try TitleTSV(
    bytes: (0..<20_000).flatMap { Array("a\tb\($0)\n".utf8) }, path: "t")
  let error = FileError(
    .data, path: "t",
    "20000 titles of 20000 labels would take 22.5 GB of memory, where 4 GB is the most")
  #expect(throws: error) {
    try DataSet(
      titles, path: "t", vocabulary: smallVocabulary, classes: titles.labels, maxLength: 1)
  }
}
