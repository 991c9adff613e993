// Paths are bytes, which need not be UTF-8; a String is Unicode. So that every path can be carried in a
// String, a byte that belongs to no UTF-8 is the character U+10FE00 + byte, of a range for private use,
// as Python's `surrogateescape` has it with surrogates. Where those characters themselves stand in a
// path, their bytes are taken one by one: there and back every path is the same.

/// U+10FE80 to U+10FEFF, for the bytes from 80 to FF.
private let firstMark: UInt32 = 0x10FE00

extension Unicode.Scalar {
  /// The byte that it stands for in a path, if it is one for that.
  package var undecodedByte: UInt8? {
    firstMark + 0x80...firstMark + 0xFF ~= value ? UInt8(value - firstMark) : nil
  }
}

extension String {
  /// The text of a path, or of a word of the command line.
  package init(path bytes: some Collection<UInt8>) {
    let text = String(validating: bytes, as: UTF8.self)
    if let text, !text.hasUndecodedBytes {
      self = text
    } else {
      self.init(String.UnicodeScalarView(markingBytes: bytes))
    }
  }

  /// The text of a path that ends in a zero.
  package init(path pointer: UnsafePointer<CChar>) {
    self.init(path: UnsafeRawBufferPointer(start: pointer, count: strlen(pointer)))
  }

  /// The bytes of the path that this is the text of.
  package var pathBytes: [UInt8] {
    guard hasUndecodedBytes else { return Array(utf8) }
    return unicodeScalars.flatMap { scalar in
      scalar.undecodedByte.map { [$0] } ?? Array(String(scalar).utf8)
    }
  }

  /// Whether a part of it is not text.
  package var hasUndecodedBytes: Bool {
    // All these characters begin so: most texts need no look at their characters.
    utf8.contains(0xF4) && unicodeScalars.contains { $0.undecodedByte != nil }
  }
}

extension String.UnicodeScalarView {
  /// UTF-8 as it is, and a mark for each of the other bytes.
  fileprivate init(markingBytes bytes: some Collection<UInt8>) {
    self.init()
    var rest = Array(bytes)[...]
    while let first = rest.first {
      // A character of four bytes begins with F0, so with four ones.
      let beginning = rest.prefix(Swift.max(1, (~first).leadingZeroBitCount))
      if let text = String(validating: beginning, as: UTF8.self), !text.hasUndecodedBytes {
        append(contentsOf: text.unicodeScalars)
        rest = rest.dropFirst(beginning.count)
      } else {
        if let mark = Unicode.Scalar(firstMark + UInt32(first)) { append(mark) }
        rest = rest.dropFirst()
      }
    }
  }
}
