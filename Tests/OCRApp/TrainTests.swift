import Foundation
import Formats
import TestSupport
import Testing

/// `ocr train`, run as a user runs it.
@Suite(.firstIssues) struct TrainTests {
  @Test func writesMetricsInTheHandoutsForm() throws {
    let scratch = try course()
    #expect(try train(scratch, "-e", "2").exitCode == 0)
    let lines = try scratch.read("run/metrics.txt").split(separator: "\n")
    let names = lines.map { $0.prefix { $0 != ":" } }
    #expect(
      names == [
        "epoch=1 crossentropy(train)", "epoch=1 crossentropy(validation)",
        "epoch=2 crossentropy(train)", "epoch=2 crossentropy(validation)",
        "error(train)", "error(validation)",
      ])
    let values = lines.map { $0.split(separator: " ").last ?? "" }
    #expect(
      try scratch.read("run/metrics.csv")
        == "epoch,train,validation\n1,\(values[0]),\(values[1])\n2,\(values[2]),\(values[3])\n")
  }

  /// The spellings of courses, and the files' names.
  @Test func coursesCommandLinesWork() throws {
    let (ours, theirs) = (try course(), try Scratch())
    try theirs.write("train.csv", handout(rows: 40))
    try theirs.write("validation.csv", handout(rows: 20))
    _ = try train(ours, "--epochs", "2", "--init", "zero", "--learning-rate", "0.1")
    let run = try ocr(
      ["train", "tiny", "--data", theirs.path, "--output", theirs.file("run")]
        + ["--hidden_units", "4", "--num_epoch=2", "--init_flag", "2", "--learning_rate", "0.1"])
    #expect(run.exitCode == 0, "\(run.errors)")
    for name in ["metrics.txt", "train.labels", "validation.labels"] {
      #expect(try ours.read("run/\(name)") == theirs.read("run/\(name)"))
    }
  }

  /// What one set's letters taught is not measured on another set's.
  @Test func setsAreNotMixed() throws {
    let scratch = try course()
    for name in ["train.csv", "validation.csv", "tinyTrain.csv"] {
      try scratch.write(name, handout(rows: 20))
    }
    let run = try ocr("train", "tiny", "--data", scratch.path, "--output", scratch.file("run"))
    #expect(run.exitCode == 66 && run.output == "")
    #expect(run.errors.hasSuffix("/tinyTest.csv: No such file or directory\n"), "\(run.errors)")
  }

  /// `neuralnet.py`'s words in its order write what `train` writes.
  @Test(arguments: [("1", "random"), ("2", "zero")])
  func theCoursesProgramIsThere(flag: String, start: String) throws {
    let scratch = try course()
    let inputs = ["smallTrain.csv", "smallTest.csv"].map { scratch.file($0) }
    let outputs = ["a.labels", "b.labels", "m.txt"]
    let course = try ocr(
      ["neuralnet"] + inputs + outputs.map { scratch.file($0) } + ["3", "4", flag, "0.1"])
    #expect(course.exitCode == 0, "\(course.errors)")
    #expect(try train(scratch, "-e", "3", "--init", start, "-l", "0.1").exitCode == 0)
    for (name, same) in zip(outputs, ["train.labels", "validation.labels", "metrics.txt"]) {
      #expect(try scratch.read(name) == scratch.read("run/\(same)"))
    }
    let wild = try ocr(
      ["neuralnet"] + inputs + outputs.map { scratch.file($0) } + ["3", "4", flag, "100"])
    #expect(wild.exitCode == 0 && wild.errors.hasPrefix("ocr: warning: "), "\(wild.errors)")
    let letters = try scratch.bytes("smallTrain.csv")
    let lost = try ocr(
      ["neuralnet"] + inputs + [inputs[0], scratch.file("b"), "/dev/null", "3", "4", flag, "0.1"])
    #expect(lost.exitCode == 73 && lost.output == "")
    #expect(try scratch.bytes("smallTrain.csv") == letters)
  }

  @Test(arguments: ["tiny_train_data", "tinyTrain", "tinytrain", "tiny_train"])
  func aSetHasAnyName(file: String) throws {
    let scratch = try Scratch()
    try scratch.write("\(file).csv", handout(rows: 40))
    try scratch.write("tinyValidation.csv", handout(rows: 20))
    try scratch.write("train.csv", "not this one")
    let run = try ocr(
      "train", "tiny", "-e", "0", "--data", scratch.path, "--output", scratch.file("run"))
    #expect(run.exitCode == 0, "\(run.errors)")
  }

  /// What was read is said before anything is learnt from it.
  @Test func whatWasReadIsSaid() throws {
    let scratch = try course()
    let counts = "40 images of 128 pixels to learn from (4 of each), 20 to validate\n"
    #expect(try train(scratch, "-e", "1").output.hasPrefix(counts))
    let some = handout(rows: 3) + handout(rows: 1)
    try scratch.write("smallTrain.csv", some)
    #expect(
      try train(scratch, "-e", "1").output.hasPrefix(
        "4 images of 128 pixels to learn from (0 2, 1 1, 2 1), 20 to validate\n"))
  }

  /// The first pixel would be the label, and be learnt well.
  @Test(arguments: ["smallTrain.csv", "smallTest.csv"], ["-e1", "-q"])
  func missingLabelsAreRefused(name: String, option: String) throws {
    let scratch = try course()
    let lines = try scratch.read(name).split(separator: "\n")
    try scratch.write(name, lines.map { $0.dropFirst(2) + "\n" }.joined())
    let run = try train(scratch, option)
    #expect(
      run.isRefusal(by: "ocr", 65, "column of labels, before the pixels, seems to be missing"))
    #expect(run.errors.contains("\(name):1:") && run.errors.contains("128 "))
  }

  /// A set's name may have its folder before it.
  @Test func aSetHasAPath() throws {
    let scratch = try course(validation: "Valid")
    let run = try ocr.afterShell(
      "cd '\(scratch.path)'", ["train", "./small", "-e", "1", "--hidden", "4"])
    #expect(run.exitCode == 0, "\(run.errors)")
    _ = try train(scratch, "-e", "1")
    #expect(try scratch.read("runs/small/metrics.txt") == scratch.read("run/metrics.txt"))
  }

  @Test func writesALabelPerExample() throws {
    let scratch = try course()
    _ = try train(scratch, "-e", "1")
    for (name, count) in [("train", 40), ("validation", 20)] {
      let labels = try scratch.read("run/\(name).labels")
      #expect(labels.split(separator: "\n").compactMap { Int($0) }.count == count)
      #expect(labels.hasSuffix("\n"))
    }
  }

  @Test func aSeedGivesTheSameBytesAgain() throws {
    let models = try [("7", "a"), ("7", "b"), ("8", "c")].map { seed, _ in
      let scratch = try course()
      _ = try train(scratch, "-e", "3", "--seed", seed)
      return try Data(contentsOf: URL(fileURLWithPath: scratch.file("run/model.safetensors")))
    }
    #expect(models[0] == models[1])
    #expect(models[0] != models[2])
  }

  @Test func theModelHasTheHandoutsShapesAndSettings() throws {
    let scratch = try course()
    _ = try train(scratch, "-e", "1", "--seed", "3", "-l", "0.5")
    let model = try SafetensorsFile.read(scratch.file("run/model.safetensors"))
    #expect(model.tensors.map(\.name) == ["alpha", "beta"])
    #expect(model.tensors.map(\.shape) == [[4, 129], [10, 5]])
    let metadata = Dictionary(uniqueKeysWithValues: model.metadata.map { ($0.name, $0.value) })
    #expect(metadata["seed"] == "3")
    #expect(metadata["learning_rate"] == "0.5")
    #expect(metadata["hidden"] == "4")
  }

  @Test(arguments: ["Test", "Validation"], ["\n", "\r\n"])
  func aCoursesFilesDropIn(validation: String, lineEnd: String) throws {
    let plain = try course()
    let other = try course(validation: validation, lineEnd: lineEnd)
    #expect(try train(plain, "-e", "1").exitCode == 0)
    #expect(try train(other, "-e", "1").exitCode == 0)
    #expect(try plain.read("run/metrics.txt") == other.read("run/metrics.txt"))
  }

  @Test func pipedOutputIsALinePerEpochWithoutControlCharacters() throws {
    let scratch = try course()
    let finished = try train(scratch, "-e", "3")
    // So few letters teach a class, not more.
    #expect(finished.errors.hasPrefix("ocr: warning: every example of the validation set is taken"))
    #expect(!finished.output.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
    let epochs = finished.output.split(separator: "\n").filter { $0.contains("/3  train ") }
    #expect(epochs.count == 3)
    #expect(finished.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  /// What a course's own letters are called; the package's are in `letters.txt` beside them.
  @Test func labelsAreWhatTheDataSay() throws {
    let scratch = try course()
    #expect(try train(scratch, "-e", "1").output.contains("true \\ read  0  1  2"))
    let told = try train(scratch, "-e", "1", "--letters", "abcdefghij")
    #expect(told.output.contains("true \\ read  a  b  c"))
    #expect(told.output.contains("\nletters of the validation set\n"))
    let (model, data) = (scratch.file("run/model.safetensors"), scratch.file("smallTest.csv"))
    let read = try ocr("predict", model, data, "--csv").output.split(separator: "\n").dropFirst()
    #expect(read.map { $0.split(separator: ",")[3] }.prefix(10).joined() == "abcdefghij")
    let digits = try train(scratch, "-e", "1")
    #expect(digits.output.contains("\nimages of the validation set\n"))
    #expect(try train(scratch, "--letters", "abcdefghia").exitCode == 64)
  }

  /// The loss was least in another epoch than the last.
  @Test func theBestEpochIsNamed() throws {
    let run = try ocr("train", "small", "-e", "60", "-l", "0.1", "-o", Scratch().file("run"))
    let best = try #require(run.output.firstMatch(of: /best epoch (\d+) +(\S+) +(\S+)\n/))
    #expect(
      run.output.contains(
        try Regex("epoch +\(best.1)/60  train \(best.2)  validation \(best.3)\n")))
    let validations = run.output.matches(of: /validation (\d\S*)\n/).compactMap { Double($0.1) }
    #expect(validations.count == 60 && validations.min() == Double(best.3))
  }

  @Test func quietPrintsNothing() throws {
    let scratch = try course()
    let finished = try train(scratch, "-e", "1", "--quiet")
    #expect(finished.exitCode == 0)
    #expect(finished.output + finished.errors == "")
  }
}
