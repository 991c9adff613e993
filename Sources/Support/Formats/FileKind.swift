/// What a file looks like from its first bytes, so that a reader of another format says what it was
/// given, not where that stopped making sense.
enum FileKind {
  case zip, otherArchive, picture, document, pickle, hdf5, html, lfsPointer, utf16
  case npy, idx, safetensors, json, numbers

  /// The kind of a file that begins so, or nil where nothing tells.
  init?(_ bytes: [UInt8]) {
    let text = bytes.dropFirst(bytes.startOfText).prefix(64)
    let marked = Self.marks.first { bytes.starts(with: $0.bytes) }?.kind
    if bytes.startsAsSafetensors {
      // First: the length of its header may look like any mark.
      self = .safetensors
    } else if let marked {
      self = marked
    } else if text.lowercased.starts(with: "<!doctype html".utf8)
      || text.lowercased.starts(with: "<html".utf8)
    {
      self = .html
    } else if bytes.isUTF16 {
      self = .utf16
    } else if let first = text.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      self = .json
    } else if text.startsAsNumbers {
      self = .numbers
    } else {
      return nil
    }
  }

  private static let marks: [(bytes: [UInt8], kind: FileKind)] = [
    (Array("PK\u{3}\u{4}".utf8), .zip), (Array("BZh".utf8), .otherArchive),
    ([0xFD] + Array("7zXZ".utf8), .otherArchive), ([0x28, 0xB5, 0x2F, 0xFD], .otherArchive),
    (Array("7z".utf8) + [0xBC, 0xAF], .otherArchive), ([0x89] + Array("PNG".utf8), .picture),
    ([0xFF, 0xD8, 0xFF], .picture), (Array("%PDF".utf8), .document),
    ([0x80, 2], .pickle), ([0x80, 3], .pickle), ([0x80, 4], .pickle), ([0x80, 5], .pickle),
    ([0x89] + Array("HDF".utf8), .hdf5), ([0x93] + Array("NUMPY".utf8), .npy),
    ([0, 0, 8, 1], .idx), ([0, 0, 8, 3], .idx),
    (Array("version https://git-lfs".utf8), .lfsPointer),
    ([0xFF, 0xFE], .utf16), ([0xFE, 0xFF], .utf16),
  ]

  /// What it is called, and what may help.
  var description: String {
    switch self {
    case .zip:
      "a zip archive (unzip it; a .pt of PyTorch is one, too: save its tensors as safetensors)"
    case .otherArchive: "a compressed file (decompress it; only gzip is read)"
    case .picture: "a picture"
    case .document: "a PDF document"
    case .pickle: "a Python pickle (save its tensors as safetensors)"
    case .hdf5: "an HDF5 file"
    case .html: "an HTML page (download the file itself)"
    case .lfsPointer: "a Git LFS pointer (git lfs pull fetches the file)"
    case .utf16: "UTF-16 text (save it as UTF-8)"
    case .npy: "a NumPy array"
    case .idx: "an IDX file, as MNIST's"
    case .safetensors: "a safetensors file, as models are"
    case .json: "JSON"
    case .numbers: "lines of numbers, as a CSV file"
    }
  }
}

/// - Parameters:
///   - kinds: those that the reader takes.
///   - accepted: what errors call them.
/// - Throws: `.data` where the bytes of a file look like another kind; `path` is its name.
func expect(
  _ kinds: [FileKind], _ accepted: String, in bytes: [UInt8], path: String
) throws(FileError) {
  guard let kind = FileKind(bytes), !kinds.contains(kind) else { return }
  throw FileError(
    .data, path: path, "looks like \(kind.description), where \(accepted) is expected")
}

extension [UInt8] {
  /// Latin letters in UTF-16: every other byte is zero.
  fileprivate var isUTF16: Bool {
    guard count >= 8 else { return false }
    func isText(_ first: Int) -> Bool {
      stride(from: 0, to: 8, by: 2).allSatisfy {
        (0x20...0x7E ~= self[$0 + first] || [9, 10, 13].contains(self[$0 + first]))
          && self[$0 + 1 - first] == 0
      }
    }
    return isText(0) || isText(1)
  }

  /// A header's length that a text cannot be, and a brace.
  fileprivate var startsAsSafetensors: Bool {
    count > 8 && self[4..<8].allSatisfy { $0 == 0 } && self[8] == UInt8(ascii: "{")
  }
}

extension ArraySlice<UInt8> {
  fileprivate var lowercased: [UInt8] {
    map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
  }

  /// Digits, points and signs between commas.
  fileprivate var startsAsNumbers: Bool {
    let line = prefix { $0 != lineFeed && $0 != carriageReturn }
    return line.contains(comma)
      && line.allSatisfy { 0x30...0x39 ~= $0 || "+-.eE, \t".utf8.contains($0) }
  }
}
