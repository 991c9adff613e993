import CLibrary
import Formats

/// Reads one message, and not a byte more.
///
/// - Returns: its bytes; nil at the end of the input.
/// - Throws: `.data` where what comes is no message, or ends in the middle of one.
package func readMessage(from descriptor: CInt, path: String) throws(FileError) -> [UInt8]? {
  var bytes: [UInt8] = []
  while true {
    let needed: Int
    switch MessageLength(of: bytes) {
    case .bytes(let count) where count == bytes.count: return bytes
    case .bytes(let count): needed = count
    case .unknown(let count): needed = count
    case .malformed(let reason): throw FileError(.data, path: path, "a message that \(reason)")
    }
    // Memory for more comes with what is read, whatever is announced.
    bytes.reserveCapacity(min(needed, 1 << 24))
    while bytes.count < needed {
      let count = readMore(from: descriptor, to: &bytes, limit: needed - bytes.count)
      if count == 0 && bytes.isEmpty { return nil }
      if count <= 0 {
        throw FileError(
          .data, path: path, "a message that ends after \(bytes.count) bytes of \(needed)")
      }
    }
  }
}
