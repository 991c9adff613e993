import Foundation
import Testing

/// docs/regression.md says nothing that is not so.
struct RegressionTutorialTests {
  private let page: String
  private let source: String

  init() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    func lines(_ path: String) throws -> String {
      Self.trimmed(try String(contentsOf: folder.appending(path: path), encoding: .utf8))
    }
    page = try lines("../../docs/regression.md")
    source = try lines("RegressionTutorial.swift")
  }

  /// Its lines, without indentation and without empty ones.
  private static func trimmed(_ text: String) -> String {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }.map { $0 + "\n" }.joined()
  }

  /// The page's blocks in a language.
  private func blocks(_ language: String) -> [String] {
    page.components(separatedBy: "```\(language)\n").dropFirst().map {
      $0.components(separatedBy: "```\n")[0]
    }
  }

  @Test func itsCodeIsCompiledAndRun() {
    #expect(blocks("swift").count == 6)
    for block in blocks("swift") {
      #expect(source.contains("\n" + block), "not in RegressionTutorial.swift:\n\(block)")
    }
  }

  @Test func itsCodePrintsWhatItSays() throws {
    var tutorial = RegressionTutorial()
    try tutorial.run()
    let printed = tutorial.lines.map { $0 + "\n" }.joined()
    #expect(printed == blocks("text").joined())
    #expect(!printed.contains("false"))
  }
}
