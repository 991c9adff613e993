/// Reads numbers of any number of bits, as DEFLATE packs them: from the lowest bit of a byte to the
/// highest (RFC 1951, section 3.1.1).
struct BitReader {
  let bytes: [UInt8]
  /// The next bits, the very next one lowest. Those above `available` mean nothing.
  private(set) var bits: UInt64 = 0
  /// How many bits may be taken before the next `refill`.
  private(set) var available = 0
  /// The number of bytes that were put into `bits`, zeros behind the end of the file included.
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The number of bytes that were begun.
  var offset: Int { position - available / 8 }

  /// Makes at least 56 bits available. Behind the end of the file there are zeros, which makes
  /// checks between two refills unnecessary; whoever ends reading calls `checkEnd`.
  @inline(__always)
  mutating func refill() throws(GzipError) {
    guard position <= bytes.count - 8 else { return try refillNearEnd() }
    let word = bytes.span.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
    bits |= UInt64(littleEndian: word) &<< UInt64(available)
    position += (63 - available) / 8
    available |= 56
  }

  @inline(never)
  private mutating func refillNearEnd() throws(GzipError) {
    try checkEnd()
    while available < 56 {
      let byte = position < bytes.count ? bytes[position] : 0
      bits |= UInt64(byte) << UInt64(available)
      position += 1
      available += 8
    }
  }

  /// Checks that nothing behind the end of the file was taken.
  func checkEnd() throws(GzipError) {
    if offset > bytes.count { throw endError }
  }

  /// Goes over `count` bits, at most `available`.
  @inline(__always)
  mutating func skip(_ count: Int) {
    bits &>>= UInt64(count)
    available &-= count
  }

  /// The number in the next `count` bits, at most `available`.
  @inline(__always)
  mutating func take(_ count: Int) -> Int {
    let value = Int(truncatingIfNeeded: bits & ~(~0 &<< UInt64(count)))
    skip(count)
    return value
  }

  /// The number in the next `count` bits, at most 32.
  mutating func read(_ count: Int) throws(GzipError) -> Int {
    try refill()
    let value = take(count)
    try checkEnd()
    return value
  }

  /// Goes to the start of the next byte that was not begun.
  mutating func alignToByte() {
    skip(available % 8)
  }

  /// Goes over `count` bytes, from the start of one; returns where they are.
  @discardableResult
  mutating func skipBytes(_ count: Int) throws(GzipError) -> Range<Int> {
    let start = offset
    bits = 0
    available = 0
    position = start + count
    try checkEnd()
    return start..<position
  }

  /// An error at `offset`, or at the next byte. If that is behind the end of the file, it is this
  /// that is wrong.
  func error(_ message: String, at offset: Int? = nil) -> GzipError {
    if self.offset > bytes.count { return endError }
    return GzipError(offset: offset ?? self.offset, message: message)
  }

  private var endError: GzipError {
    GzipError(offset: bytes.count, message: "the end, where more is expected")
  }
}
