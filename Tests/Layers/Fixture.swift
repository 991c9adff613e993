import Layers

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `layers.txt` of `Fixtures/ReferenceOutputs/layers`, written by `Scripts/make_layer_fixtures.py`.
///
/// After a line `case NAME` come matrices: `a 1 2 = 0.5 -1.0`.
enum Fixture {
  struct Unreadable: Error, CustomStringConvertible {
    let description: String
  }

  /// The matrices of one case, by name.
  struct Case {
    let lines: [Substring]

    func callAsFunction(_ name: String) throws -> Matrix {
      guard let line = lines.first(where: { $0.hasPrefix(name + " ") }) else {
        throw Unreadable(description: "no matrix \(name)")
      }
      let words = line.split(separator: " ")
      let values = words.dropFirst(4).compactMap { Double($0) }
      guard let rows = Int(words[1]), let columns = Int(words[2]),
        values.count == words.count - 4, values.count == rows * columns
      else { throw Unreadable(description: "\(line.prefix(80))…") }
      return Matrix(rows: rows, columns: columns, values)
    }
  }

  /// All cases of that name, in order.
  static func cases(_ file: String, _ name: String) throws -> [Case] {
    let lines = try text(file).split(separator: "\n")
    return lines.indices.filter { lines[$0] == "case \(name)" }.map { start in
      Case(lines: lines[(start + 1)...].prefix { !$0.hasPrefix("case ") }.map { $0 })
    }
  }

  /// Searches upwards from the working directory, then from this source file.
  private static func text(_ file: String) throws -> String {
    let files = FileManager.default
    for start in [files.currentDirectoryPath + "/.", #filePath] {
      var folder = start[...]
      while let slash = folder.lastIndex(of: "/") {
        folder = folder[..<slash]
        let candidate = "\(folder)/Fixtures/ReferenceOutputs/layers/\(file)"
        if files.fileExists(atPath: candidate) {
          return try String(contentsOfFile: candidate, encoding: .utf8)
        }
      }
    }
    throw Unreadable(description: "no folder above has Fixtures/ReferenceOutputs/layers/\(file)")
  }
}
