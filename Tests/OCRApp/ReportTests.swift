import Foundation
import TestSupport
import Testing

/// `ocr report`, run as a user runs it. What is on its page, and how it behaves, is looked at in a browser:
/// Tests/Report.
@Suite(.firstIssues) struct ReportTests {
  /// A folder of letters with the run `run` in it.
  private func trained() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("smallTrain.csv", handout(rows: 40))
    try scratch.write("smallTest.csv", handout(rows: 20))
    try run("train ./small -e3 --hidden 4 -q -o run", in: scratch)
    return scratch
  }

  @discardableResult
  private func run(_ words: String, in scratch: Scratch) throws -> Finished {
    let words = words.split(separator: " ").map(String.init)
    return try ocr.afterShell("cd '\(scratch.path)'", words)
  }

  private func expectRefusal(
    _ words: String, _ exitCode: Int32, _ message: String, in scratch: Scratch,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let finished = try run(words, in: scratch)
    #expect(
      finished.isRefusal(by: "ocr", exitCode, message), "\(finished)", sourceLocation: location)
  }

  @Test func runIsReportedAsItWasTrained() throws {
    let scratch = try trained()
    let finished = try run("report run -o page.html", in: scratch)
    #expect(finished.exitCode == 0 && finished.output == "the page is page.html\n")
    #expect(try scratch.bytes("page.html") == scratch.bytes("run/report.html"))
  }

  @Test func asWrittenRunIsReportedAsItWasTrained() throws {
    let scratch = try trained()
    try run("train ./small -e3 --hidden 4 -q -o run --as-written", in: scratch)
    try run("report run -o page.html", in: scratch)
    #expect(try scratch.bytes("page.html") == scratch.bytes("run/report.html"))
    #expect(try scratch.read("page.html").contains(#""form":"as written""#))
  }

  @Test func modelIsReportedOnAnyLetters() throws {
    let scratch = try trained()
    #expect(try run("report run/model.safetensors smallTrain.csv", in: scratch).exitCode == 0)
    #expect(try scratch.read("report.html").hasPrefix("<!DOCTYPE html>"))
  }

  @Test func noReportLeavesItOut() throws {
    let scratch = try trained()
    try run("train ./small -e1 -q -o other --no-report", in: scratch)
    #expect(FileManager.default.fileExists(atPath: scratch.file("other/run.json")))
    #expect(!FileManager.default.fileExists(atPath: scratch.file("other/report.html")))
    #expect(try run("report run other", in: scratch).exitCode == 0)
  }

  @Test func whatIsNoRunIsRefused() throws {
    let scratch = try trained()
    try expectRefusal("report", 64, "MODEL CSV, or folders", in: scratch)
    try expectRefusal("report run/model.safetensors", 64, "MODEL CSV, or folders", in: scratch)
    try expectRefusal("report run nothing", 66, "nothing/run.json: ", in: scratch)
    try expectRefusal("report . run", 66, "./run.json: ", in: scratch)
    try expectRefusal("report smallTest.csv smallTest.csv", 65, "smallTest.csv", in: scratch)
    try expectRefusal("report run -o no/where.html", 73, "no/where.html", in: scratch)
  }

  /// A page never replaces what it is made of.
  @Test func inputsAreKept() throws {
    let scratch = try trained()
    for input in [
      "run/run.json", "run/model.safetensors", "run/metrics.txt", "run/report.html",
      "smallTrain.csv", "smallTest.csv",
    ] {
      let before = try scratch.bytes(input)
      try expectRefusal("report run -o \(input)", 73, "is read from", in: scratch)
      #expect(try scratch.bytes(input) == before)
    }
    try expectRefusal(
      "report run/model.safetensors smallTest.csv -o smallTest.csv", 73, "is read from", in: scratch
    )
  }

  /// As a run may leave it that is killed in the midst of writing, or a hand that copies.
  @Test func aFolderOfTwoRunsIsTold() throws {
    let scratch = try trained()
    try run("train ./small -e2 --hidden 4 -q -o other", in: scratch)
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.file("other"))
    for name in names {
      let (one, two) = (try scratch.bytes("run/\(name)"), try scratch.bytes("other/\(name)"))
      if one == two { continue }
      try scratch.write("run/\(name)", two)
      let told = name == "run.json" ? "is not of the run in" : "run/\(name): is not of the run in"
      try expectRefusal("report run", 65, told, in: scratch)
      try expectRefusal("report run other", 65, told, in: scratch)
      try scratch.write("run/\(name)", one)
    }
    try FileManager.default.removeItem(atPath: scratch.file("run/report.html"))
    #expect(try run("report run", in: scratch).exitCode == 0)
  }

  @Test func otherLettersOrAnotherNetworkAreToldFromTheRuns() throws {
    let scratch = try trained()
    try run("train ./small -e2 --hidden 4 -q -o other", in: scratch)
    try scratch.write("run/model.safetensors", scratch.bytes("other/model.safetensors"))
    try expectRefusal("report run", 65, "model.safetensors: is not of the run in", in: scratch)
    try scratch.write("smallTest.csv", handout(rows: 21))
    try expectRefusal("report other", 65, "smallTest.csv: has changed since the run", in: scratch)
  }
}
