import TestSupport
import Testing

/// Wrong use: one line on stderr, nothing on stdout, the right exit code.
@Suite struct MisuseTests {
  static let cases: [(words: [String], exitCode: Int32, message: String)] = [
    ([], 64, "missing command"),
    (["trian"], 64, "did you mean \"train\"?"),
    (["train"], 64, "missing argument SIZE"),
    (["train", "smal"], 64, "did you mean \"small\"?"),
    (["train", "small", "--hiden", "5"], 64, "did you mean \"--hidden\"?"),
    (["train", "small", "--hidden", "0"], 64, "whole number from 1"),
    (["train", "small", "--hidden"], 64, "needs a value"),
    (["train", "small", "--hidden", "1e3"], 64, "whole number"),
    (["train", "small", "--learning-rate", "-1"], 64, "greater than 0"),
    (["train", "small", "--learning-rate", "nan"], 64, "greater than 0"),
    (["train", "small", "--seed", "4294967296"], 64, "from 0 to 4294967295"),
    (["train", "small", "--init", "ones"], 64, "random or zero"),
    (["train", "small", "large"], 64, "unexpected argument \"large\""),
    (["train", "small", "--data", "/nowhere"], 66, "/nowhere/smallTrain.csv"),
    (["train", "small", "--output", "/dev/null/x"], 73, "/dev/null/x"),
    (["evaluate", "/nowhere/model"], 64, "missing argument CSV"),
    (["evaluate", "/nowhere/model", "x.csv"], 66, "/nowhere/model"),
    (["predict", "/", "x.csv"], 66, "is a directory"),
    (["predict", "/dev/null", "x.csv"], 65, "/dev/null"),
    (["show", "/nowhere.csv"], 66, "/nowhere.csv"),
    (["show", "/dev/null"], 65, "/dev/null"),
    (["check", "Sofmax"], 64, "did you mean \"Softmax\"?"),
    (["check", "--seed", "-1"], 64, "from 0"),
    (["grade", "--json", "/dev/null/x/results.json"], 73, "/dev/null/x/results.json"),
    (["grade", "surplus"], 64, "unexpected argument"),
  ]

  @Test(arguments: cases.indices)
  func isOneLineWithTheRightExitCode(index: Int) throws {
    let (words, exitCode, message) = Self.cases[index]
    let run = try ocr(words)
    #expect(run.isRefusal(by: "ocr", exitCode, message), "\(words): \(run)")
  }

  @Test(arguments: ["train", "evaluate", "predict", "show", "check", "grade"])
  func helpGoesToStandardOutput(command: String) throws {
    let finished = try ocr(command, "--help")
    #expect(finished.exitCode == 0)
    #expect(finished.output.hasPrefix("Usage: ocr \(command)"))
    #expect(finished.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(finished.errors == "")
  }

  @Test func versionIsPrinted() throws {
    let finished = try ocr("--version")
    #expect(finished.exitCode == 0)
    #expect(finished.output.hasPrefix("ocr 0.1"))
  }
}
