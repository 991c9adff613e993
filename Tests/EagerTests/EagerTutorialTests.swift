import Foundation
import Testing

/// docs/eager.md says nothing that is not so.
struct EagerTutorialTests {
  private let page: String
  private let source: String

  init() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    page = try String(contentsOf: folder.appending(path: "../../docs/eager.md"), encoding: .utf8)
    source = try String(contentsOf: folder.appending(path: "EagerTutorial.swift"), encoding: .utf8)
  }

  /// The lines of each of the page's blocks in a language, without indentation and empty lines.
  private func blocks(_ language: String) -> [[String]] {
    page.components(separatedBy: "```\(language)\n").dropFirst().map {
      Self.lines($0.components(separatedBy: "```")[0])
    }
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }

  @Test func itsCodeIsCompiledAndRun() {
    let source = "\n" + Self.lines(source).joined(separator: "\n") + "\n"
    #expect(blocks("swift").count == 6)
    for block in blocks("swift") {
      let code = "\n" + block.joined(separator: "\n") + "\n"
      #expect(source.contains(code), "not in EagerTutorial.swift: \(code)")
    }
  }

  @Test func itsCodePrintsWhatItSays() throws {
    var tutorial = EagerTutorial()
    try tutorial.run()
    #expect(Self.lines(tutorial.lines.joined(separator: "\n")) == blocks("text").flatMap { $0 })
  }
}
