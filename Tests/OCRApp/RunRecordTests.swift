import Foundation
import Formats
import Learning
import TestSupport
import Testing

@testable import OCRApp

/// `run.json`, as `ocr train` writes it.
@Suite(.firstIssues) struct RunRecordTests {
  private static let files = [
    "metrics.csv", "metrics.txt", "model.safetensors", "report.html", "run.json", "train.labels",
    "validation.labels",
  ]

  /// A folder of letters, and in it the folder `run` of what these words trained.
  private func trained(_ words: [String] = ["./small"]) throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("smallTrain.csv", handout(rows: 40))
    try scratch.write("smallTest.csv", handout(rows: 20))
    try run(["train", "-e3", "--num-hid=4", "-l", "5e-1", "-s7", "-orun"] + words, in: scratch)
    return scratch
  }

  private func run(_ words: [String], in scratch: Scratch) throws {
    let finished = try ocr.afterShell("cd '\(scratch.path)'", words)
    #expect(finished.exitCode == 0, "\(finished.errors)")
  }

  private func record(_ scratch: Scratch) throws -> RunRecord {
    try RunRecord.read(scratch.file("run/run.json"))
  }

  /// What is given, and what of it is repeated behind the words that are always there.
  @Test(arguments: [
    (["./small"], ["./small"], ["--seed", "7"]),
    (["small", "-d."], ["small", "--data", "."], ["--seed", "7"]),
    (["./small", "--init_flag=2"], ["./small"], []),
    (
      ["./small", "--letters", "-bcdefghij", "--as-written"],
      ["./small", "--letters", "-bcdefghij"], ["--seed", "7", "--as-written"]
    ),
  ])
  func itsCommandRepeatsTheRun(given: [String], first: [String], last: [String]) throws {
    let scratch = try trained(given)
    let contents = try Self.files.map { try scratch.bytes("run/\($0)") }
    let command = try record(scratch).command
    let start = given.last == "--init_flag=2" ? "zero" : "random"
    #expect(
      command == ["ocr", "train"] + first
        + ["--hidden", "4", "--epochs", "3", "--learning-rate", "0.5", "--init", start] + last
        + ["--output", "run"])
    let folder = scratch.file("run")
    try FileManager.default.removeItem(atPath: folder)
    try run(Array(command.dropFirst()), in: scratch)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == Self.files)
    #expect(try Self.files.map { try scratch.bytes("run/\($0)") } == contents)
  }

  /// Words that look like options are none.
  @Test func dashesAreRepeatedToo() throws {
    let scratch = try trained()
    for name in ["smallTrain.csv", "smallTest.csv"] {
      try scratch.write("-" + name, try scratch.bytes(name))
    }
    try run(["train", "-e1", "-d.", "--output=--run", "--", "-small"], in: scratch)
    let record = try RunRecord.read(scratch.file("--run/run.json"))
    #expect(record.command.suffix(3) == ["--output=--run", "--", "-small"])
    try run(Array(record.command.dropFirst()), in: scratch)
    #expect(try RunRecord.read(scratch.file("--run/run.json")) == record)
  }

  @Test func itTellsTheFilesThatWereRead() throws {
    let scratch = try trained()
    let record = try record(scratch)
    for (mark, name, count) in [
      (record.training, "smallTrain.csv", 40), (record.validation, "smallTest.csv", 20),
    ] {
      let digest = SHA256(of: try scratch.bytes(name)).text
      #expect(mark == LetterFile.Mark(path: "./\(name)", count: count, sha256: digest))
    }
  }

  /// The model's file ends with α, 4×129 numbers of 8 bytes, and β, 10×5.
  @Test func itTellsTheParameters() throws {
    let scratch = try trained()
    let record = try record(scratch)
    let bytes = try scratch.bytes("run/model.safetensors").suffix(8 * (4 * 129 + 10 * 5))
    #expect(record.alpha == SHA256(of: Array(bytes.dropLast(8 * 10 * 5))).text)
    #expect(record.beta == SHA256(of: Array(bytes.suffix(8 * 10 * 5))).text)
  }

  @Test func itTellsEveryOtherFile() throws {
    let scratch = try trained()
    let others = Self.files.filter { $0 != "run.json" }
    let files = try record(scratch).files
    #expect(files.map(\.name).sorted() == others)
    for file in files {
      #expect(file.value == SHA256(of: try scratch.bytes("run/\(file.name)")).text)
    }
  }

  /// The page of another run must not lie beside this one's files.
  @Test func aRunWithoutAPageLeavesNone() throws {
    let scratch = try trained()
    try run(["train", "./small", "-e1", "-q", "-orun", "--no-report"], in: scratch)
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.file("run")).sorted()
    #expect(names == Self.files.filter { $0 != "report.html" })
    #expect(try record(scratch).files.count == 5)
  }

  @Test func itSaysWhatTheOtherFilesSay() throws {
    let scratch = try trained(["./small", "--letters", "abcdefghij"])
    let record = try record(scratch)
    #expect(record.version == programVersion && record.letters.joined() == "abcdefghij")
    let lines = record.epochs.map { "\($0.epoch),\($0.training),\($0.validation)\n" }
    #expect(try scratch.read("run/metrics.csv") == "epoch,train,validation\n" + lines.joined())
    let errors = [
      ("train", record.final.trainingError), ("validation", record.final.validationError),
    ]
    let metrics = try scratch.read("run/metrics.txt")
    for (name, error) in errors {
      #expect(metrics.contains("\nerror(\(name)): \(try #require(error))\n"))
    }
    #expect(record.final == record.epochs.last)
    let model = try SafetensorsFile.read(scratch.file("run/model.safetensors"))
    #expect(model.metadata.starts(with: record.settings))
    #expect(record.settings.map(\.name).contains("learning_rate"))
  }

  @Test func anInterruptedRunHasFewerEpochs() throws {
    let scratch = try trained()
    let finished = try ocr.interrupted(
      [
        "train", "small", "--data", scratch.path, "--output", scratch.file("run"), "-e1000000",
      ], after: "/1000000  ")
    #expect(finished.exitCode == 130)
    let record = try record(scratch)
    #expect(1..<1_000_000 ~= record.epochs.count && record.final.epoch == record.epochs.count)
    #expect(record.settings.contains(Named("epochs", "1000000")))
    #expect(
      try scratch.read("run/metrics.csv").split(separator: "\n").count == record.epochs.count + 1)
  }

  @Test func aRunWithoutEpochsHasNone() throws {
    let record = try record(try trained(["./small", "-e0"]))
    #expect(record.epochs.isEmpty && record.final.epoch == 0)
    #expect(record.final.trainingError == 0.9)
  }
}
