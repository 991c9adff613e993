import Foundation
import Formats
import TestSupport
import Testing

/// `entities train`, run as a user runs it.
struct TrainTests {
  /// With the parameters that are kept the validation loss is the least of those printed. Here it
  /// is not the last one.
  @Test func theBestEpochIsKept() throws {
    let scratch = try Scratch()
    let model = scratch.file("model")
    let run = try entities(["train", "mlp", "-m", model, "-o", scratch.file("output")])
    let losses = run.validationLosses
    let least = try #require(losses.min())
    #expect(run.exitCode == 0 && losses.count == 15 && least != losses.last, "\(run.errors)")
    let best = try #require(losses.firstIndex(of: least)) + 1
    #expect(run.words(after: "epoch \(best), the best").first == "validation")
    #expect(run.number(0, after: "mean cross-entropy") == least)
    #expect(run.number(0, after: "last epoch 15") == losses.last)
    let titles = try packageFolder("handout-data") + "/titles/tiny.valid"
    let loss = try entities("evaluate", model, titles).number(0, after: "mean cross-entropy")
    #expect(abs(try #require(loss) - least) <= 0.5001e-4)
  }

  @Test(arguments: ["mlp", "lstm"]) func aSeedGivesTheSameBytes(network: String) throws {
    let results = try [[], [], ["--seed", "7"]].map { more in
      let toy = try Toy()
      #expect(try entities(toy.words(network, more)).exitCode == 0)
      return try ["model.safetensors", "output.npy", "loss.npy"].map { try toy.scratch.bytes($0) }
    }
    #expect(results[0] == results[1])
    for (first, other) in zip(results[0], results[2]) { #expect(first != other) }
  }

  @Test func theCoursesSpellingsAreUnderstood() throws {
    let (ours, course) = (try Toy(), try Toy())
    let run = try entities(
      ["train", "lstm", "--data", ours.scratch.path, "--dataset", "toy", "--max-len", "7"]
        + ["--hidden", "4", "--batch-size", "8", "--epochs", "3", "--learning-rate", "0.25"]
        + ["--output", ours.scratch.file("p"), "--train-loss", ours.scratch.file("l")]
        + ["-q", "--model", ours.model])
    let other = try entities(
      ["train", "lstm", "--dataset", course.scratch.file("toy"), "--max_len", "7"]
        + ["--num_hid", "4", "--batch_size", "8", "--num_epochs", "3", "--init_lr=0.25"]
        + [
          "--output_file", course.scratch.file("p"),
          "--train_loss_file=\(course.scratch.file("l"))",
        ]
        + ["-q", "--model", course.model])
    #expect(run.exitCode == 0 && other.exitCode == 0, "\(run.errors)\(other.errors)")
    for name in ["p.npy", "p.labels", "l.npy", "model.safetensors"] {
      #expect(try ours.scratch.bytes(name) == course.scratch.bytes(name), "\(name)")
    }
  }

  /// An option that changed nothing would have been forgotten on the way.
  @Test(arguments: [
    ["--max-len", "4"], ["--hidden", "4"], ["--batch-size", "9"], ["--epochs", "3"],
    ["--learning-rate", "0.4"], ["--schedule", "constant"], ["--forget-bias", "0"],
  ])
  func everyOptionCounts(option: [String]) throws {
    let (plain, other) = (try Toy(), try Toy())
    #expect(try plain.train("lstm").exitCode == 0)
    #expect(try entities(other.words("lstm", option)).exitCode == 0)
    let tensors = try [plain, other].map { try SafetensorsFile.read($0.model).tensors }
    #expect(tensors[0] != tensors[1])
  }

  @Test func aPipeGetsLinesWithoutControlCharacters() throws {
    let run = try Toy().train("mlp", "--epochs", "12")
    #expect(run.exitCode == 0 && run.errors == "")
    #expect(run.validationLosses.count == 12)
    let read = "30 titles to learn from (10 of each), 8 to validate, 10 to test\n\n"
    #expect(run.output.hasPrefix(read + "epoch  1/12  train 1."))
    #expect(!run.output.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
    // Paths are as long as they are.
    #expect(run.lines.allSatisfy { $0.count <= 80 || $0.contains("/") })
  }

  /// Every title would be a class.
  @Test func titlesTakenForLabelsAreRefused() throws {
    let toy = try Toy()
    let lines = try toy.scratch.read("toy.train").split(separator: "\n")
    let swapped = lines.map { $0.split(separator: "\t").reversed().joined(separator: "\t") + "\n" }
    try toy.scratch.write("toy.train", swapped.joined())
    let run = try toy.train("mlp")
    #expect(run.exitCode == 65)
    #expect(
      run.errors.hasSuffix(
        "toy.train: has more than 20 labels for 30 titles; a line is a title, a tab and "
          + "then its label\n"))
  }

  @Test func quietPrintsNothing() throws {
    let run = try Toy().train("lstm", "--quiet")
    #expect(run.exitCode == 0 && run.output == "" && run.errors == "")
  }

  @Test func noEpochsTestTheFirstWeights() throws {
    let toy = try Toy()
    let run = try toy.train("mlp", "--epochs", "0")
    #expect(run.exitCode == 0 && run.output.contains("\n\nuntrained "))
    #expect(try toy.scratch.bytes("loss.npy").count == 128)
  }

  /// What was learnt until then is tested and written.
  @Test func anInterruptedRunEndsInOrder() throws {
    let toy = try Toy()
    let run = try entities.interrupted(
      toy.words("mlp", ["--epochs", "1000000"]), after: "/1000000  ")
    #expect(run.exitCode == 130)
    #expect(run.errors.hasPrefix("entities: interrupted after epoch "))
    #expect(run.output.contains(", the best "))
    let expected = ["loss.npy", "model.html", "model.safetensors", "output.labels", "output.npy"]
    #expect(toy.scratch.names == expected + ["toy.test", "toy.train", "toy.valid"])
    #expect(try entities("predict", toy.model, "Zoë Bell").exitCode == 0)
  }

  /// An epoch of so large a network takes longer than any test.
  @Test func whatIsInterruptedInTheFirstEpochWritesNothing() throws {
    let scratch = try Scratch()
    let run = try entities.interrupted(
      ["train", "lstm", "--hidden", "500", "--model", try scratch.write("m", "old")]
        + ["--output", scratch.file("o.npy")])
    #expect(run.exitCode == 130)
    #expect(
      run.errors
        == "entities: interrupted before the end of the first epoch; nothing was written\n")
    #expect(scratch.names == ["m"])
    #expect(try scratch.read("m") == "old")
  }

  @Test func aRunThatLearntNothingIsSaid() throws {
    let toy = try Toy()
    let run = try toy.train("mlp", "--learning-rate", "500")
    #expect(run.exitCode == 0)
    #expect(run.errors.hasPrefix("entities: warning: "), "\(run.errors)")
    #expect(run.errors.filter { $0 == "\n" }.count == 1)
  }

  @Test func divergenceSaysWhereAndKeepsOldResults() throws {
    let toy = try Toy()
    _ = try toy.train()
    let names = ["model.safetensors", "output.npy", "loss.npy"]
    let before = try names.map { try toy.scratch.bytes($0) }
    let run = try toy.train("mlp", "--seed", "1", "--learning-rate", "1e300")
    #expect(run.exitCode == 65)
    #expect(run.errors.hasPrefix("entities: epoch 1: the loss is not finite"), "\(run.errors)")
    #expect(try names.map { try toy.scratch.bytes($0) } == before)
  }

  /// CRLF, no final newline: the same titles.
  @Test func lineEndsDoNotMatter() throws {
    let (unix, other) = (try Toy(), try Toy(lineEnd: "\r\n"))
    let text = try other.scratch.read("toy.train")
    try other.scratch.write("toy.train", Array(text.utf8.dropLast(2)))
    #expect(try unix.train("lstm").exitCode == 0)
    #expect(try other.train("lstm").exitCode == 0)
    #expect(try unix.scratch.bytes("output.npy") == other.scratch.bytes("output.npy"))
  }

  /// The same titles and labels, written otherwise, make the same model, byte for byte.
  @Test func whatLooksTheSameIsLearntAsTheSame() throws {
    let toy = try Toy()
    _ = try toy.train("mlp", "-q")
    let model = try toy.scratch.bytes("model.safetensors")
    for name in ["toy.train", "toy.valid", "toy.test"] {
      var lines = try toy.scratch.read(name).components(separatedBy: "\n")
      for i in stride(from: 0, to: lines.count - 1, by: 2) {
        lines[i] =
          lines[i].replacing("%C3%89", with: "E%CC%81").replacing("%C3%AB", with: "e%CC%88")
          .replacing("_", with: "%C2%A0_").replacing("\t", with: "_\t\u{a0}") + " \u{200b}"
      }
      try toy.scratch.write(name, lines.joined(separator: "\n"))
    }
    #expect(try toy.scratch.read("toy.train").contains("e%CC%88"))
    _ = try toy.train("mlp", "-q")
    #expect(try toy.scratch.bytes("model.safetensors") == model)
  }
}
