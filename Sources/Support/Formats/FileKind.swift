/// What a file looks like from its first bytes, so that a reader of another format says what it was
/// given, not where that stopped making sense.
enum FileKind: String {
  case zip = "a zip archive (unpack it with unzip)"
  case npz = "an .npz archive of NumPy (unpack it with unzip)"
  case tar = "a tar archive (unpack it with tar -xf)"
  case compressedTwice = "a file that was compressed twice (gunzip it once)"
  case otherArchive = "a compressed file (decompress it; only gzip is read)"
  case picture = "a picture"
  case document = "a PDF document"
  case spreadsheet = "a spreadsheet (save it as CSV)"
  case torch = "a file of torch.save (write its tensors with safetensors.torch.save_file)"
  case pickle = "a Python pickle (save its tensors as safetensors)"
  case hdf5 = "an HDF5 file"
  case html = "an HTML page (download the file itself)"
  case lfsPointer = "a Git LFS pointer (git lfs pull fetches the file)"
  case utf16 = "UTF-16 text (save it as UTF-8)"
  case npy = "a NumPy array"
  case idx = "an IDX file, as MNIST's"
  case safetensors = "a safetensors file, as models are"
  case json = "JSON"
  case numbers = "lines of numbers, as a CSV file"
  case text

  /// The kind of a file that begins so, or nil where nothing tells.
  init?(_ bytes: [UInt8]) {
    let text = bytes.dropFirst(bytes.startOfText).prefix(512)
    // Of a safetensors file the first bytes are a number, which may look like any mark.
    if bytes.startsAsSafetensors {
      self = .safetensors
    } else if let kind = FileKind(markOf: bytes) {
      self = kind
    } else if Self.tags.contains(where: text.lowercased.starts(with:)) {
      self = .html
    } else if bytes.isUTF16 {
      self = .utf16
    } else if let first = text.first, "{[".utf8.contains(first) {
      self = .json
    } else if text.startsAsNumbers {
      self = .numbers
    } else if !text.isEmpty, text.allSatisfy(isOfText) {
      self = .text
    } else {
      return nil
    }
  }

  /// By the bytes with which all files of a kind begin.
  private init?(markOf bytes: [UInt8]) {
    guard
      let kind = Self.marks.first(where: { bytes.dropFirst($0.offset).starts(with: $0.bytes) })?
        .kind
    else { return nil }
    self = kind == .zip ? FileKind(zip: bytes) : kind
  }

  /// Programs keep files of their own in zip archives; the name of the first in it tells.
  private init(zip bytes: [UInt8]) {
    let length = bytes.count < 30 ? 0 : Int(bytes[26]) + Int(bytes[27]) << 8
    let name = String(decoding: bytes.dropFirst(30).prefix(length), as: UTF8.self)
    self =
      name == "[Content_Types].xml"
      ? .spreadsheet
      : name.hasSuffix("/data.pkl") ? .torch : name.hasSuffix(".npy") ? .npz : .zip
  }

  private static let tags = ["<!doctype html", "<html", "<head", "<?xml"].map { Array($0.utf8) }

  private static let marks: [(offset: Int, bytes: [UInt8], kind: FileKind)] = [
    (0, Array("PK\u{3}\u{4}".utf8), .zip), (4, Array("1AY&SY".utf8), .otherArchive),
    (0, [0xFD] + Array("7zXZ".utf8), .otherArchive), (0, [0x28, 0xB5, 0x2F, 0xFD], .otherArchive),
    (0, Array("7z".utf8) + [0xBC, 0xAF], .otherArchive), (0, [0x1F, 0x8B], .compressedTwice),
    (257, Array("ustar\0".utf8), .tar), (257, Array("ustar  \0".utf8), .tar),
    (0, [0x89] + Array("PNG".utf8), .picture), (0, [0xFF, 0xD8, 0xFF], .picture),
    (0, Array("%PDF-".utf8), .document), (0, [0xD0, 0xCF, 0x11, 0xE0], .spreadsheet),
    // The number that torch.save wrote before it made zip archives.
    (0, [0x80, 2, 0x8A, 0x0A, 0x6C, 0xFC, 0x9C, 0x46], .torch),
    (0, [0x80, 2], .pickle), (0, [0x80, 3], .pickle), (0, [0x80, 4], .pickle),
    (0, [0x80, 5], .pickle),
    (0, [0x89] + Array("HDF".utf8), .hdf5), (0, [0x93] + Array("NUMPY".utf8), .npy),
    (0, [0, 0, 8, 1], .idx), (0, [0, 0, 8, 3], .idx),
    (0, Array("version https://git-lfs".utf8), .lfsPointer),
    (0, [0xFF, 0xFE], .utf16), (0, [0xFE, 0xFF], .utf16),
  ]
}

/// - Parameters:
///   - kinds: those that the reader takes.
///   - accepted: what errors call them.
/// - Throws: `.data` where the bytes of a file look like another kind; `path` is its name.
func expect(
  _ kinds: [FileKind], _ accepted: String, in bytes: [UInt8], path: String
) throws(FileError) {
  guard let kind = FileKind(bytes), !kinds.contains(kind) else { return }
  let line = bytes[bytes.startOfText...].prefix { $0 != lineFeed && $0 != carriageReturn }
  let start = bytes.prefix(16).allSatisfy(isOfText) ? line : bytes.prefix(4)
  throw FileError(
    .data, path: path,
    "looks like \(kind.rawValue), beginning with \(quoted(start)), where \(accepted) is expected")
}

/// Whether UTF-8 text may have such a byte: no control characters but those for white space.
private func isOfText(_ byte: UInt8) -> Bool {
  0x20...0xF4 ~= byte && byte != 0x7F || 0x09...0x0D ~= byte
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
  /// Without the white space before them.
  fileprivate var lowercased: [UInt8] {
    drop { $0 <= 0x20 }.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
  }

  /// Digits, points and signs between commas.
  fileprivate var startsAsNumbers: Bool {
    let line = prefix { $0 != lineFeed && $0 != carriageReturn }
    return line.contains(comma)
      && line.allSatisfy { 0x30...0x39 ~= $0 || "+-.eE, \t".utf8.contains($0) }
  }
}
