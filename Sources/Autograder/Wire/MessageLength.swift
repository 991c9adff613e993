import Formats

/// What the beginning of a message tells about its length.
public enum MessageLength: Equatable, Sendable {
  /// Its length in bytes.
  case bytes(Int)
  /// More must be read to know it: this many bytes from the beginning.
  case unknown(needs: Int)
  /// It is no message of the wire; why.
  case malformed(String)

  /// The longest header: a message has a dozen tensors.
  public static let longestHeader = 1 << 16

  /// Looks at the first bytes of a message.
  public init(of bytes: [UInt8]) {
    guard bytes.count >= 8 else {
      self = .unknown(needs: 8)
      return
    }
    let length = bytes[..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= Self.longestHeader else {
      self = .malformed(
        "begins with \(quoted(bytes[..<8])), where the length of a header of at most "
          + "\(Self.longestHeader) bytes is expected")
      return
    }
    let start = 8 + Int(length)
    guard bytes.count >= start else {
      self = .unknown(needs: start)
      return
    }
    guard let header = try? JSON.parse(Array(bytes[8..<start])).members else {
      self = .malformed("has a header that is no JSON object: \(quoted(bytes[8..<start]))")
      return
    }
    let ends = header.compactMap { $0.value["data_offsets"]?.items?.last?.integer }
    // A sum beyond all integers is no length either; the reader says what is wrong with it.
    let (end, overflows) = start.addingReportingOverflow(max(0, ends.max() ?? 0))
    self = .bytes(overflows ? Int.max : end)
  }
}

extension JSON {
  fileprivate var items: [JSON]? { if case .array(let items) = self { items } else { nil } }
  fileprivate var integer: Int? { if case .integer(let value) = self { value } else { nil } }
}
