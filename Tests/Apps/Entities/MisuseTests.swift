import Foundation
import TestSupport
import Testing

/// Wrong use: one line on stderr, nothing on stdout, the right exit code.
struct MisuseTests {
  static let cases: [(words: [String], exitCode: Int32, message: String)] = [
    ([], 64, "missing command"),
    (["trian"], 64, "did you mean \"train\"?"),
    (["train"], 64, "missing argument NETWORK (mlp or lstm)"),
    (["train", "lsmt"], 64, "did you mean \"lstm\"?"),
    (["train", "mlp", "lstm"], 64, "unexpected argument \"lstm\""),
    (["train", "mlp", "--hiden", "3"], 64, "did you mean \"--hidden\"?"),
    (["train", "mlp", "--max_len", "0"], 64, "--max-len must be a whole number from 1 to 1000"),
    (["train", "mlp", "--num_hid", "x"], 64, "--hidden must be a whole number"),
    (["train", "mlp", "--batch-size", "0"], 64, "--batch-size must be a whole number from 1"),
    (["train", "mlp", "--epochs", "-1"], 64, "--epochs must be a whole number from 0"),
    (["train", "mlp", "--init_lr", "nan"], 64, "--learning-rate must be a finite number greater"),
    (["train", "mlp", "--schedule", "step"], 64, "constant or cosine"),
    (["train", "mlp", "--forget-bias", "1000"], 64, "from -100 to 100"),
    (["train", "mlp", "--seed", "4294967296"], 64, "from 0 to 4294967295"),
    (["train", "mlp", "--dataset", "a/b"], 64, "must be a name without a \"/\""),
    (["train", "mlp", "--dataset", ""], 64, "must be a name without a \"/\""),
    (["train", "mlp", "-o", "/tmp/x", "--train-loss", "/tmp/x.npy"], 64, "would be written"),
    (["train", "mlp", "-o", "/tmp/x", "-m", "/tmp/x.labels"], 64, "two results would be"),
    (["train", "mlp", "-o", "/proc/x", "-m", "/proc/./x.npy"], 64, "two results would be"),
    (["train", "mlp", "-o", "", "-m", "/dev/null"], 73, "is not the name of a file"),
    (["train", "mlp", "-o", "/nowhere/new/", "-m", "/dev/null"], 73, "is not the name of a file"),
    (["train", "mlp", "-o", "/proc/.", "-m", "/dev/null"], 73, "is a directory"),
    (
      ["train", "lstm", "--max-len", "1000", "--batch-size", "100000"], 64,
      "--max-len 1000, --hidden 50 and --batch-size 100000 would take"
    ),
    (["train", "mlp", "--data", "/nowhere"], 66, "/nowhere/tiny.train"),
    (["train", "mlp", "--dataset", "smalest"], 66, "titles/smalest.train"),
    (["predict"], 64, "missing argument MODEL"),
    (["predict", "model"], 64, "missing argument TITLE"),
    (["predict", "model", ""], 64, "a TITLE is empty"),
    (["predict", "/nowhere/model", "Rome"], 66, "/nowhere/model"),
    (["predict", "/dev/null", "Rome"], 65, "/dev/null"),
    (["evaluate", "model"], 64, "missing argument FILE"),
    (["experiment"], 64, "missing argument WHAT (batch-size or max-len)"),
    (["experiment", "max-len", "--epochs", "0"], 64, "from 1 to 1000000"),
    (["experiment", "max-len", "--output", "/nowhere/a.svg"], 73, "/nowhere/a.svg"),
    (["experiment", "max-len", "--output", "/"], 73, "is a directory"),
  ]

  @Test(arguments: cases.indices)
  func isOneLine(index: Int) throws {
    let (words, exitCode, message) = Self.cases[index]
    let run = try entities(words)
    #expect(run.isRefusal(by: "entities", exitCode, message), "\(words): \(run)")
  }

  /// A result in the place of a file that was read: 73, and the titles are still there.
  @Test(arguments: ["--model", "--output", "--train-loss"])
  func resultsDoNotReplaceTitles(option: String) throws {
    let toy = try Toy()
    // NumPy's ending is added to two of the three, so the titles have that name here.
    for name in ["train", "valid", "test"] {
      try toy.scratch.write("toy.npy." + name, toy.scratch.read("toy." + name))
    }
    symlink("toy.npy.train", toy.scratch.file("same.npy"))
    let titles = try toy.scratch.read("toy.npy.train")
    let run = try toy.train("mlp", "--dataset", "toy.npy", option, toy.scratch.file("same.npy"))
    #expect(run.exitCode == 73 && run.output == "", "\(run.errors)")
    #expect(run.errors.hasSuffix("same.npy: is read from; a result would replace it\n"))
    #expect(try toy.scratch.read("toy.npy.train") == titles)
    let drawing = try entities(
      "experiment", "max-len", "-e", "1", "-d", toy.scratch.path, "-D", "toy", "-o",
      toy.scratch.file("toy.train"))
    #expect(drawing.exitCode == 73 && drawing.output == "")
  }

  /// Wrong titles: file, line and column, before anything is trained.
  @Test(arguments: [
    ("toy.train", "Rome\tPlace\nParis\n", "toy.train:2:6: no tab and label"),
    ("toy.valid", "Rome\tPlace\nR%4\tPlace\n", "toy.valid:2:2: \"%4\", where"),
    ("toy.test", "Rome\tPlace\nMoon\tPlanet\n", "toy.test:2:6: label \"Planet\" does not occur"),
    ("toy.test", "", "toy.test:1:1: the file has no lines"),
  ])
  func wrongTitlesSayWhere(name: String, text: String, message: String) throws {
    let toy = try Toy()
    try toy.scratch.write(name, text)
    let run = try toy.train()
    #expect(run.exitCode == 65 && run.output == "", "\(run.output)")
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(toy.scratch.names == ["toy.test", "toy.train", "toy.valid"])
  }
}
