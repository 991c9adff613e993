import TestSupport
import Testing

/// Data or results that cannot be.
struct WrongFilesTests {
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
