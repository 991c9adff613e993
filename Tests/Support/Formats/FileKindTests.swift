import Testing

@testable import Formats

/// Every reader says what it was given, where that is plain from the first bytes.
@Suite struct FileKindTests {
  /// The first bytes of files, and what they look like.
  static let files: [(String, [UInt8], String)] = [
    ("zip", Array("PK\u{3}\u{4}\u{14}\0".utf8), "a zip archive (unpack it with unzip)"),
    ("pickle", [0x80, 4, 0x95, 0], "a Python pickle"),
    ("HDF5", [0x89] + Array("HDF\r\n\u{1a}\n".utf8), "an HDF5 file"),
    ("PNG", [0x89] + Array("PNG\r\n\u{1a}\n".utf8), "a picture"),
    ("xz", [0xFD] + Array("7zXZ\0".utf8), "a compressed file"),
    (
      "HTML", Array("\u{feff}<!DOCTYPE html>\n<html>".utf8),
      "an HTML page (download the file itself)"
    ),
    (
      "LFS", Array("version https://git-lfs.github.com/spec/v1\noid sha256:0\n".utf8),
      "a Git LFS pointer (git lfs pull fetches the file)"
    ),
    ("UTF-16", [0xFF, 0xFE, 0x33, 0, 0x2C, 0], "UTF-16 text (save it as UTF-8)"),
    ("UTF-16, big endian", [0xFE, 0xFF, 0, 0x33], "UTF-16 text"),
    ("UTF-16 without mark", Array("3\0,\u{0}1\0,\0".utf8), "UTF-16 text"),
    ("npy", [0x93] + Array("NUMPY\u{1}\0".utf8), "a NumPy array"),
    ("IDX", [0, 0, 8, 3, 0, 0, 0, 1], "an IDX file"),
    (
      "safetensors", [2, 0, 0, 0, 0, 0, 0, 0] + Array("{}".utf8),
      "a safetensors file, as models are"
    ),
  ]

  private static let csv = Array("3,0,1,0\n".utf8)

  /// Files that other programs wrote; see `Scripts/make_kind_fixtures.py`.
  static let written: [(file: String, kind: String)] = [
    ("letters.zip", #"a zip archive (unpack it with unzip), beginning with "PK\u{3}\u{4}","#),
    ("row.npz", "an .npz archive of NumPy (unpack it with unzip)"),
    ("table.xlsx", "a spreadsheet (save it as CSV)"), ("letters.tar.gz", "a tar archive"),
    ("twice.gz", "a file that was compressed twice"), ("letters.bz2", "a compressed file"),
    ("letters.xz", "a compressed file"), ("row.pickle", "a Python pickle"),
    ("row.json", #"JSON, beginning with "{","#), ("utf16.csv", "UTF-16 text"),
    ("utf16-no-mark.csv", #"UTF-16 text (save it as UTF-8), beginning with "\u{0}3\u{0},","#),
    ("torch.pt", "a file of torch.save (write its tensors with safetensors.torch.save_file)"),
    ("torch-old.pt", "a file of torch.save"),
  ]

  @Test(arguments: written.indices)
  func filesOfOtherProgramsAreNamed(index: Int) throws {
    let (file, kind) = Self.written[index]
    // Only titles may look like JSON.
    let own = file.hasSuffix(".json") ? "titles" : ""
    expectEachReaderNames(kind, own, try readFile(fixture("kinds/\(file)")))
  }

  @Test(arguments: files.indices)
  func eachReaderNamesIt(index: Int) {
    let (name, bytes, kind) = Self.files[index]
    expectEachReaderNames(kind, name, bytes)
  }

  private func expectEachReaderNames(_ kind: String, _ name: String, _ bytes: [UInt8]) {
    let readers: [(own: String, accepted: String, read: ([UInt8]) throws -> Void)] = [
      ("CSV", "a CSV file of numbers", { _ = try LetterCSV.parse($0, path: "f", as: .labelled) }),
      ("", "a CSV file of numbers", { _ = try PointCSV(bytes: $0, path: "f") }),
      ("safetensors", "a safetensors file", { _ = try SafetensorsFile(bytes: $0, path: "f") }),
      ("npy", "a NumPy array (.npy)", { _ = try NPYArray(bytes: $0, path: "f") }),
      ("IDX", "an IDX file of images", { _ = try IDX(bytes: $0, .images, path: "f") }),
      ("titles", "a title and its label a line", { _ = try TitleTSV(bytes: $0, path: "f") }),
    ]
    for reader in readers where reader.own != name {
      let error = #expect(throws: FileError.self) { try reader.read(bytes) }
      let message = error?.message ?? ""
      #expect(message.hasPrefix("looks like \(kind)"), "\(name): \(message)")
      #expect(message.hasSuffix(", where \(reader.accepted) is expected"), "\(name): \(message)")
    }
  }

  /// Model and data in each other's place.
  @Test func aCSVFileIsNoModel() {
    let expected =
      "looks like lines of numbers, as a CSV file, beginning with \"3,0,1,0\", "
      + "where a safetensors file is expected"
    #expect(throws: FileError(.data, path: "f", expected)) {
      try SafetensorsFile(bytes: Self.csv, path: "f")
    }
  }

  /// A header of 640 bytes: its length, 80 02 00 …, is how a pickle begins.
  @Test func aHeadersLengthIsNoMark() throws {
    let file = SafetensorsFile(
      tensors: [], metadata: [.init("text", String(repeating: "x", count: 610))])
    #expect(file.bytes.starts(with: [0x80, 2, 0, 0]))
    #expect(try SafetensorsFile(bytes: file.bytes, path: "f") == file)
  }

  /// A title may look like numbers, and what is of a kind is read.
  @Test func whatIsAcceptedIsRead() throws {
    #expect(try TitleTSV(bytes: Array("1,2\tWork\n".utf8), path: "f").titles == ["1,2"])
    for title in ["[1]", "[\"One\"]", "{}", "<3", "#1", "BZhang", "7zip", "PK", "GIF89a"] {
      #expect(try TitleTSV(bytes: Array("\(title)\tWork\n".utf8), path: "f").titles == [title])
    }
    #expect(try LetterCSV.parse(Self.csv, path: "f", as: .labelled).labels == [3])
  }
}
