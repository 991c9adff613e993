import TestSupport
import Testing

/// Wrong use: one line on stderr, nothing on stdout, the right exit code.
struct MisuseTests {
  static let cases: [(words: [String], exitCode: Int32, message: String)] = [
    ([], 64, "missing command"),
    (["rigde"], 64, "did you mean \"ridge\"?"),
    (["ridge", "--lamda", "1"], 64, "did you mean \"--lambda\"?"),
    (["ridge", "--lambda", "-1"], 64, "of at least 0"),
    (["linear", "--lambda", "1"], 64, "unknown option"),
    (["linear", "--features", "cubes"], 64, "raw or steps"),
    (["linear", "--step", "0"], 64, "greater than 0"),
    (["mlp", "--hidden", "0"], 64, "whole number from 1"),
    (["mlp", "--epochs", "many"], 64, "whole number"),
    (["mlp", "--seed", "4294967296"], 64, "from 0 to 4294967295"),
    (["multiclass", "--data", "x"], 64, "unknown option"),
    (["multiclass", "extra"], 64, "unexpected argument \"extra\""),
    (["mlp", "--data", "/nowhere"], 66, "/nowhere/lasso_train.csv"),
    (["ridge", "--output", "/"], 73, "is a directory"),
    (["ridge", "--output", "/nowhere/a.svg"], 73, "/nowhere/a.svg"),
    (["multiclass", "--epochs", "1", "-q", "--output", "/dev/full"], 74, "/dev/full"),
    (["linear", "-q", "--step", "10"], 65, "is the step too large?"),
  ]

  @Test(arguments: cases.indices)
  func isOneLine(index: Int) throws {
    let (words, exitCode, message) = Self.cases[index]
    let run = try regression(words)
    #expect(run.isRefusal(by: "regression", exitCode, message), "\(words): \(run)")
  }

  /// Wrong data: file, line and column; nothing is drawn.
  @Test func dataErrorsSayWhere() throws {
    let scratch = try Scratch()
    try scratch.write("lasso_train.csv", "x,y\n0.5,1\n")
    try scratch.write("lasso_test.csv", "x,y\n0.5,1\n0.25,one\n")
    let run = try regression(["linear", "-d", scratch.path, "-o", scratch.file("a.svg")])
    #expect(run.exitCode == 65)
    #expect(
      run.errors
        == "regression: \(scratch.file("lasso_test.csv")):3:2: y \"one\" is not a finite decimal "
        + "number\n")
    #expect(scratch.names == ["lasso_test.csv", "lasso_train.csv"])
  }

  @Test func aDrawingDoesNotReplaceItsPoints() throws {
    let scratch = try Scratch()
    let points = "x,y\n0.5,1\n"
    for name in ["lasso_train.csv", "lasso_test.csv"] { try scratch.write(name, points) }
    let path = "\(scratch.path)/./lasso_test.csv"
    let run = try regression(["linear", "-e", "1", "-d", scratch.path, "-o", path])
    #expect(run.exitCode == 73 && run.output == "")
    #expect(run.errors == "regression: \(path): is read from; a result would replace it\n")
    #expect(try scratch.read("lasso_test.csv") == points)
  }

  /// A drawing that is there stays as it is when the run fails.
  @Test func aFailedRunLeavesTheOldDrawing() throws {
    let scratch = try Scratch()
    try scratch.write("a.svg", "old")
    let run = try regression(["linear", "-q", "--step", "10", "-o", scratch.file("a.svg")])
    #expect(run.exitCode == 65)
    #expect(try scratch.read("a.svg") == "old")
    #expect(scratch.names == ["a.svg"])
  }
}
