import Foundation
import Formats
import TestSupport
import Testing

/// docs/entities.md says nothing that is not so.
struct ManualTests {
  private let page: String

  init() throws {
    page = try checkoutText("docs/entities.md")
  }

  /// The page's only block in a language.
  private func block(_ language: String) throws -> String {
    let parts = page.components(separatedBy: "```\(language)\n")
    try #require(parts.count == 2)
    return try #require(parts[1].components(separatedBy: "```").first)
  }

  /// A folder to work in that has the package's titles.
  private func folder() throws -> Scratch {
    let scratch = try Scratch()
    let titles = URL(filePath: try packageFolder("handout-data")).path
    try FileManager.default.createSymbolicLink(
      atPath: scratch.file("handout-data"), withDestinationPath: titles)
    return scratch
  }

  /// One after the other, each with as few epochs as it can have.
  @Test func itsCommandsRun() throws {
    let (scratch, toy) = (try folder(), try Toy())
    let commands = try block("sh").split(separator: "\n")
    #expect(commands.count == 6)
    for command in commands {
      let words = try #require(command.components(separatedBy: "swift run entities ").last)
      // An experiment is done with fewer titles.
      let more =
        words.hasPrefix("train")
        ? "--epochs 1"
        : words.hasPrefix("experiment")
          ? "--epochs 1 --dataset toy --data '\(toy.scratch.path)'" : ""
      let run = try entities.afterShell("cd '\(scratch.path)'; set -- \(words) \(more)", [])
      #expect(run.exitCode == 0 && run.errors == "" && run.output != "", "\(words): \(run.errors)")
    }
    for name in ["batch-size.svg", "max-len.svg", "output.labels", "output.npy", "runs"] {
      #expect(scratch.names.contains(name), "\(name)")
    }
  }

  @Test func itsReportIsThatOfTheProgram() throws {
    let scratch = try Scratch()
    let run = try entities.afterShell("cd '\(scratch.path)'", ["train", "mlp"])
    #expect(run.output.hasSuffix("\n\n" + (try block("text"))), "\(run.output)")
  }

  /// The table of options, from what help says.
  @Test func itsDefaultsAreTheProgramsOwn() throws {
    let help = try entities("help", "train").output.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `--") }
    #expect(rows.count == 10)
    for row in rows {
      let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let option = try #require(cells[0].split(separator: "`").first)
      let end = help.range(of: " \(option) ")?.upperBound ?? help.endIndex
      let own = help[end...].prefix(150)
      let value = cells[1].replacingOccurrences(of: "`", with: "")
      #expect(value == "none" || own.contains("(default: \(value))"), "\(row) \(own)")
    }
  }
}
