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

  fileprivate func withPath<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    guard hasUndecodedBytes else { return withCString(body) }
    let bytes = (pathBytes + [0]).map { CChar(bitPattern: $0) }
    return bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map(body) ?? "".withCString(body)
    }
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

// The system's calls with a path's text. For a String Swift takes these, not those with a pointer: so no
// caller need think of it.

package func open(_ path: String, _ flags: CInt) -> CInt { path.withPath { open($0, flags) } }

package func open(_ path: String, _ flags: CInt, _ mode: mode_t) -> CInt {
  path.withPath { open($0, flags, mode) }
}

package func stat(_ path: String, _ status: UnsafeMutablePointer<stat>) -> CInt {
  path.withPath { stat($0, status) }
}

package func lstat(_ path: String, _ status: UnsafeMutablePointer<stat>) -> CInt {
  path.withPath { lstat($0, status) }
}

package func access(_ path: String, _ mode: CInt) -> CInt { path.withPath { access($0, mode) } }

@discardableResult
package func mkdir(_ path: String, _ mode: mode_t) -> CInt { path.withPath { mkdir($0, mode) } }

@discardableResult
package func rmdir(_ path: String) -> CInt { path.withPath { rmdir($0) } }

@discardableResult
package func unlink(_ path: String) -> CInt { path.withPath { unlink($0) } }

@discardableResult
package func rename(_ old: String, _ new: String) -> CInt {
  old.withPath { old in new.withPath { rename(old, $0) } }
}

@discardableResult
package func link(_ old: String, _ new: String) -> CInt {
  old.withPath { old in new.withPath { link(old, $0) } }
}

@discardableResult
package func symlink(_ target: String, _ path: String) -> CInt {
  target.withPath { target in path.withPath { symlink(target, $0) } }
}

@discardableResult
package func chmod(_ path: String, _ mode: mode_t) -> CInt { path.withPath { chmod($0, mode) } }

package func readlink(
  _ path: String, _ buffer: UnsafeMutablePointer<CChar>, _ size: Int
) -> Int {
  path.withPath { readlink($0, buffer, size) }
}

package func realpath(
  _ path: String, _ buffer: UnsafeMutablePointer<CChar>?
) -> UnsafeMutablePointer<CChar>? {
  path.withPath { realpath($0, buffer) }
}

#if canImport(Darwin)
  package typealias Folder = UnsafeMutablePointer<DIR>
#else
  package typealias Folder = OpaquePointer
#endif

package func opendir(_ path: String) -> Folder? { path.withPath { opendir($0) } }

/// For the words and variables of a program that is started.
package func strdup(_ word: String) -> UnsafeMutablePointer<CChar>? {
  word.withPath { strdup($0) }
}
