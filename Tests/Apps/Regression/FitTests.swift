import Foundation
import TestSupport
import Testing

/// Whole runs on the package's data.
struct FitTests {
  /// The sizes that NumPy finds with these settings; see `handout-data/regression/README.md`.
  @Test(arguments: [
    (["ridge"], 0.20...0.21), (["linear"], 0.037...0.049), (["mlp"], 0.35...0.42),
    (["mlp", "--features", "steps"], 0.036...0.049),
  ])
  func findsTheErrorsThatNumPyFinds(words: [String], range: ClosedRange<Double>) throws {
    let run = try regression(words + ["--seed", "2"])
    #expect(run.exitCode == 0 && run.errors == "")
    #expect(range.contains(try #require(run.number(after: "\n  training"))), "\(run.output)")
    let lines = run.output.split(separator: "\n")
    #expect(lines[0] == "100 points to learn from, 900 to test; from handout-data/regression")
    for (line, epoch) in zip(lines.dropFirst(), [1, 51]) {
      #expect(line.contains(/^epoch +\d+\/\d+  train [\d.e-]+  objective [\d.e-]+$/), "\(line)")
      #expect(line.contains(" \(epoch)/") && line.count <= 80)
    }
  }

  /// The folder of the course's own data, which are not ours to give away.
  static let courseData = ProcessInfo.processInfo.environment["COURSE_REGRESSION_DATA"] ?? ""

  /// What people report of the course's settings, in the last line printed and at the end.
  @Test(
    .enabled(if: !courseData.isEmpty),
    arguments: [
      (["ridge"], 0.199...0.201), (["linear"], 0.043...0.044), (["mlp"], 0.238...0.261),
      (["mlp", "--features", "steps"], 0.040...0.050),
    ])
  func findsTheErrorsThatPeopleReport(words: [String], range: ClosedRange<Double>) throws {
    let run = try regression(words + ["--data", Self.courseData])
    for place in ["  train ", "\n  training"] {
      #expect(range.contains(try #require(run.number(after: place))), "\(run.output)")
    }
  }

  /// The losses of `np.random.seed(2)`, from the fixture `multiclassHandout`.
  @Test func multiclassPrintsNumPysLosses() throws {
    let run = try regression(["multiclass"])
    let losses = run.output.split(separator: "\n").filter { $0.hasPrefix("epoch ") }
      .compactMap { $0.split(separator: " ").dropLast(2).last.flatMap { Double($0) } }
    try #require(losses.count == 20)
    #expect(abs(losses[0] - 0.10767753468425852) <= 1e-12)
    #expect(run.number(after: "accuracy") == 1)
  }

  @Test func drawsTheResult() throws {
    let scratch = try Scratch()
    for command in ["linear", "multiclass"] {
      let run = try regression([command, "-q", "-e", "2", "-o", scratch.file("\(command).svg")])
      #expect(run.exitCode == 0 && run.output == "" && run.errors == "")
      let drawing = try scratch.read("\(command).svg")
      #expect(drawing.hasPrefix("<?xml") && drawing.hasSuffix("</svg>\n"))
      #expect(drawing.contains(">\(command == "linear" ? "prediction" : "class 2")</text>"))
    }
    #expect(scratch.names == ["linear.svg", "multiclass.svg"])
  }

  /// What was learnt until then is reported and drawn.
  @Test func anInterruptedRunEndsInOrder() throws {
    let scratch = try Scratch()
    let run = try regression.interrupted(
      ["mlp", "--epochs", "1000000", "-o", scratch.file("a.svg")], after: "/1000000  ")
    #expect(run.exitCode == 130)
    #expect(run.errors.hasPrefix("regression: interrupted after epoch "))
    #expect(run.output.contains("\naverage square error after "))
    #expect(scratch.names == ["a.svg"])
  }

  /// An epoch of so large a network takes longer than any test.
  @Test func whatIsInterruptedInTheFirstEpochWritesNothing() throws {
    let scratch = try Scratch()
    let run = try regression.interrupted(
      ["mlp", "--features", "steps", "--hidden", "30000", "-o", try scratch.write("a.svg", "old")])
    #expect(run.exitCode == 130)
    #expect(
      run.errors
        == "regression: interrupted before the end of the first epoch; nothing was written\n")
    #expect(scratch.names == ["a.svg"])
    #expect(try scratch.read("a.svg") == "old")
  }

  /// An untrained line is 0 everywhere: its errors are the mean squares of y.
  @Test func eachErrorIsOfItsOwnSet() throws {
    let scratch = try Scratch()
    try scratch.write("lasso_train.csv", "x,y\n0,1\n0.5,2\n")
    try scratch.write("lasso_test.csv", "x,y\n0.25,3\n")
    let run = try regression(["linear", "--epochs", "0", "--data", scratch.path])
    #expect(run.number(after: "training") == 2.5 && run.number(after: "test") == 9)
    let blobs = try regression(["multiclass", "--epochs", "1"])
    let loss = try #require(blobs.number(after: "training  loss"))
    #expect(loss != blobs.number(after: "test      loss"))
  }

  /// A line through all points begins and ends at the first and the last of them.
  @Test func theCurveMeetsThePoints() throws {
    let scratch = try Scratch()
    try scratch.write("lasso_train.csv", "x,y\n0,1\n1,3\n")
    try scratch.write("lasso_test.csv", "x,y\n0.5,2\n")
    let options = ["-f", "raw", "--step", "0.2", "-e", "500", "-o", scratch.file("a.svg")]
    #expect(try regression(["linear", "--data", scratch.path] + options).exitCode == 0)
    let drawing = try scratch.read("a.svg")
    let curve = try #require(drawing.firstMatch(of: /<polyline points="([^"]*)"/))
    let places = curve.1.split(separator: " ")
    #expect(places.count == 2001)
    let points = try #require(drawing.components(separatedBy: "data-series=\"training").last)
      .matches(of: #/<polygon points="(\S+),(\S+) \S+ \S+,(\S+) /#)
    // The topmost corner and the lowest one of a diamond are right over and under its middle.
    let middles = points.compactMap { match -> [Double]? in
      guard let x = Double(match.1), let top = Double(match.2), let bottom = Double(match.3)
      else { return nil }
      return [x, (top + bottom) / 2]
    }
    for place in [places.first, places.last] {
      let numbers = try #require(place).split(separator: ",").compactMap { Double($0) }
      #expect(middles.contains { abs($0[0] - numbers[0]) < 0.02 && abs($0[1] - numbers[1]) < 0.02 })
    }
  }

  /// Before the first step the mean of y² is (1 + 9) / 2.
  @Test func aRunThatEndsWorseThanItBeganIsSaid() throws {
    let scratch = try Scratch()
    try scratch.write("lasso_train.csv", "x,y\n0,1\n1,3\n")
    try scratch.write("lasso_test.csv", "x,y\n0.5,2\n")
    let options = ["linear", "-f", "raw", "--data", scratch.path, "-e", "1"]
    let run = try regression(options + ["--step", "20"])
    #expect(run.exitCode == 0)
    #expect(
      run.errors.hasPrefix("regression: warning: the training loss ended at ")
        && run.errors.hasSuffix(", after 5.0000 before the first step; try a smaller --step\n"),
      "\(run.errors)")
    #expect(try regression(options + ["--step", "20", "-q"]).errors == "")
    #expect(try regression(options + ["--step", "0.1"]).errors == "")
  }

  @Test func noEpochsIsARun() throws {
    let run = try regression(["linear", "--epochs", "0"])
    #expect(run.exitCode == 0)
    #expect(run.output.contains("\naverage square error after 0 epochs\n"))
  }

  @Test func helpExplainsTheDefaults() throws {
    let run = try regression(["mlp", "--help"])
    #expect(run.exitCode == 0)
    let words = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for text in ["(default: raw)", "with --features steps 0.0005", "--hidden UNITS"] {
      #expect(words.contains(text), "\(text)")
    }
  }
}
