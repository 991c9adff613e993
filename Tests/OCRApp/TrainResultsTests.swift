import Formats
import Foundation
import TestSupport
import Testing

/// What is on the disk when `ocr train` cannot begin, or does not come to its end.
@Suite(.firstIssues) struct TrainResultsTests {
  @Test func divergenceNamesEpochAndExampleAndKeepsOldResults() throws {
    let scratch = try course()
    _ = try train(scratch, "-e", "1")
    let before = try scratch.read("run/metrics.txt")
    let finished = try train(scratch, "-e", "1", "-l", "1e308")
    #expect(finished.exitCode == 65)
    #expect(finished.errors.hasPrefix("ocr: epoch 1, example "))
    #expect(finished.errors.split(separator: "\n").count == 1)
    #expect(try scratch.read("run/metrics.txt") == before)
  }

  @Test func aFolderInAFilesPlaceIsFoundBeforeTraining() throws {
    let scratch = try course()
    _ = try train(scratch, "-e", "1")
    let before = try scratch.read("run/metrics.txt")
    try FileManager.default.removeItem(atPath: scratch.file("run/train.labels"))
    try FileManager.default.createDirectory(
      atPath: scratch.file("run/train.labels"), withIntermediateDirectories: false)
    let finished = try train(scratch, "-e", "2")
    #expect(finished.exitCode == 73)
    #expect(finished.errors.contains("run/train.labels: is a directory"))
    #expect(finished.output.isEmpty)
    #expect(try scratch.read("run/metrics.txt") == before)
  }

  /// Through whatever links: letters that were learnt from are not lost, nor what is to be kept.
  @Test func inputsAndReadOnlyFilesAreKept() throws {
    let scratch = try course()
    try scratch.write("letters.txt", "abcdefghij\n")
    for (result, input) in [
      ("model.safetensors", "smallTrain.csv"), ("report.html", "smallTest.csv"),
      ("run.json", "letters.txt"),
    ] {
      for isHard in [true, false] {
        try FileManager.default.createDirectory(
          atPath: scratch.file("run"), withIntermediateDirectories: false)
        let (place, letters) = (scratch.file("run/\(result)"), scratch.file(input))
        _ = isHard ? link(letters, place) : symlink("../\(input)", place)
        let before = try scratch.bytes(input)
        let finished = try train(scratch, "-e", "1")
        #expect(finished.isRefusal(by: "ocr", 73, "run/\(result): is read from"), "\(finished)")
        #expect(try scratch.bytes(input) == before)
        try FileManager.default.removeItem(atPath: scratch.file("run"))
      }
    }
    #expect(try train(scratch, "-e", "1").exitCode == 0)
    let before = try scratch.read("run/metrics.csv")
    chmod(scratch.file("run/metrics.csv"), 0o444)
    let finished = try train(scratch, "-e", "2")
    #expect(finished.isRefusal(by: "ocr", 73, "run/metrics.csv: is read-only"), "\(finished)")
    #expect(try scratch.read("run/metrics.csv") == before)
  }

  @Test func anotherRunIntoTheFolderIsTold() throws {
    let scratch = try course()
    #expect(try train(scratch, "-e", "1").exitCode == 0)
    let before = try scratch.bytes("run/run.json")
    do {
      let file = try ResultFile(scratch.file("run/metrics.txt"))
      let finished = try train(scratch, "-e", "2")
      #expect(finished.isRefusal(by: "ocr", 73, "run/metrics.txt: another process is writing it"))
      withExtendedLifetime(file) {}
    }
    #expect(try scratch.bytes("run/run.json") == before)
    #expect(try train(scratch, "-e", "2").exitCode == 0)
  }

  @Test func aWrongValidationFileIsNamed() throws {
    let scratch = try course(validation: "Validation")
    try scratch.write("smallValidation.csv", "11\(String(repeating: ",0", count: 128))\n")
    let finished = try train(scratch, "-e", "1")
    #expect(finished.exitCode == 65)
    #expect(finished.errors.contains("smallValidation.csv:1:1:"))
  }

  @Test func interruptWritesWhatItHas() throws {
    let scratch = try course()
    let finished = try ocr.interrupted(
      [
        "train", "small", "--data", scratch.path, "--output", scratch.file("run"),
        "--epochs", "1000000",
      ], after: "/1000000  ")
    #expect(finished.exitCode == 130)
    #expect(finished.errors.hasPrefix("ocr: interrupted after epoch "))
    #expect(try scratch.read("run/metrics.txt").contains("epoch=1 crossentropy(train)"))
    #expect(throws: Never.self) {
      try SafetensorsFile.read(scratch.file("run/model.safetensors"))
    }
  }

  /// An epoch of these letters takes longer than any test.
  @Test(arguments: [true, false])
  func whatIsInterruptedInTheFirstEpochWritesNothing(isTheCourses: Bool) throws {
    let scratch = try course()
    #expect(try train(scratch, "-e", "1").exitCode == 0)
    let before = try scratch.bytes("run/model.safetensors")
    let few = try scratch.read("smallTrain.csv")
    try scratch.write("smallTrain.csv", String(repeating: few, count: 100))
    let inputs = ["smallTrain.csv", "smallTest.csv"].map { scratch.file($0) }
    let finished = try ocr.interrupted(
      isTheCourses
        ? ["neuralnet"] + inputs + ["a", "b", "c"].map { scratch.file($0) }
          + ["9", "20000", "1", "0.1"]
        : ["train", "small", "--data", scratch.path, "--output", scratch.file("run"), "-H20000"])
    #expect(finished.exitCode == 130)
    #expect(
      finished.errors
        == "ocr: interrupted before the end of the first epoch; nothing was written\n")
    #expect(try scratch.bytes("run/model.safetensors") == before)
    #expect(scratch.names == ["run", "smallTest.csv", "smallTrain.csv"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.file("run")).count == 7)
  }
}
