import Foundation

/// A page whose blocks of code are tested, or a source file that they must stand in.
public struct Page {
  /// The page, line by line, without indentation and without empty lines.
  public let text: String

  /// Reads a file of the checkout, for example `docs/eager.md`.
  public init(_ path: String) throws { text = try lines(of: checkoutFile(path)) }

  /// The blocks in a language.
  public func blocks(_ language: String) -> [String] {
    text.components(separatedBy: "```\(language)\n").dropFirst().map {
      $0.components(separatedBy: "```\n")[0]
    }
  }

  /// The blocks of Swift that do not stand in a source file beside the test as they do on the page.
  public func blocksMissing(in source: String, near file: String = #filePath) throws -> [String] {
    let folder = URL(filePath: file).deletingLastPathComponent()
    let source = try lines(of: folder.appending(path: source))
    return blocks("swift").filter { !source.contains("\n" + $0) }
  }

  /// Whether the blocks of text are these lines, one block after the other.
  public func says(_ printed: [String]) -> Bool {
    blocks("text").joined() == trimmed(printed.joined(separator: "\n"))
  }
}

private func lines(of file: URL) throws -> String {
  trimmed(try text(of: file))
}

private func trimmed(_ text: String) -> String {
  text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    .filter { !$0.isEmpty }.map { $0 + "\n" }.joined()
}
