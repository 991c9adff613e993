import Formats

/// What the labels stand for: letters where the data say so, else the digits 0…9 that they are.
package struct LabelNames: Sendable {
  /// One of each label.
  package let all: [String]

  /// The labels themselves.
  package static let digits = LabelNames(all: (0...9).map { "\($0)" })
  /// What ``init(_:)`` accepts.
  package static let kind = "different letters, one for each label"
  /// In a folder of data, what says what their labels stand for, in one line: `aegilnortu`.
  package static let fileName = "letters.txt"
  /// In a model's file, the text that does.
  package static let mark = "letters"

  /// The most letters: what is counted for each of them and each is a table of a million.
  private static let most = 1000
  /// The most bytes of a line of them.
  private static let longest = 1 << 14

  private init(all: [String]) { self.all = all }

  /// A letter for each label; nil where there are not 2 to 1000, all different.
  package init?(_ text: String) {
    // A longer text has too many, or ones with endless marks; it need not be taken apart.
    guard text.utf8.count <= Self.longest else { return nil }
    all = text.map { String($0) }
    guard 2...Self.most ~= all.count, Set(all).count == all.count,
      all.allSatisfy({ $0 == $0.printable && $0 != " " })
    else { return nil }
  }

  /// What `letters.txt` says in a folder; the digits where there is none.
  /// - Throws: `FileError` when it cannot be read, or is no line of different letters.
  package init(in folder: String) throws(FileError) {
    let path = "\(folder)/\(Self.fileName)"
    do throws(FileError) {
      let bytes = try readFile(path, limit: 2 * Self.longest)
      let line = bytes[bytes.startOfText...].prefix {
        $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r")
      }
      guard let names = LabelNames(String(decoding: line, as: UTF8.self)) else {
        throw FileError(
          .data, path: path, line: 1,
          "\(quoted(line)), where different letters are expected, one for each label")
      }
      self = names
    } catch {
      guard error.kind == .noInput else { throw error }
      self = .digits
    }
  }

  /// What `letters.txt` says beside a file; the digits for standard input.
  package init(beside path: String) throws(FileError) {
    if path == "-" { self = .digits } else { try self.init(in: SetPath(path).folder ?? ".") }
  }

  /// What the mark of a model's file says; the digits where it has none.
  package init(of model: ModelTensors) {
    let mark = model.file.metadata.first { $0.name == Self.mark }?.value
    self = mark.flatMap { LabelNames($0) } ?? .digits
  }

  /// What the images are called that have these labels.
  package var images: String { all == Self.digits.all ? "images" : "letters" }

  package subscript(label: Int) -> String { all[label] }
}
