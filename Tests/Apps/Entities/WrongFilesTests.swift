import Foundation
import TestSupport
import Testing

/// Data or results that cannot be.
struct WrongFilesTests {
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
