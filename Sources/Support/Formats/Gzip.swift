/// Decompresses the contents of a gzip file of one or more members (RFC 1952); `path` is its name
/// in errors.
///
/// - Throws: `.data` if the file is malformed or cut, something follows its last member, a checksum
///   is wrong, or the contents are larger than `limit` bytes.
func gunzip(
  _ bytes: [UInt8], path: String, limit: Int = maximumFileSize
) throws(FileError) -> [UInt8] {
  // The size that the last member claims to have is a good guess.
  let size = bytes.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
  var inflater = Inflater(bytes, expecting: size, limit: limit)
  do throws(GzipError) {
    repeat { try readMember(&inflater) } while inflater.reader.offset < bytes.count
  } catch {
    throw FileError(.data, path: path, "gzip, byte \(error.offset): \(error.message)")
  }
  return inflater.finish()
}

/// Why a file is not a readable gzip file, and where.
struct GzipError: Error {
  /// The number of bytes before the place.
  let offset: Int
  let message: String
}

/// Whether a file starts as every member of a gzip file does.
func isGzip(_ bytes: some Sequence<UInt8>) -> Bool {
  bytes.starts(with: [0x1F, 0x8B])
}

private func readMember(_ inflater: inout Inflater) throws(GzipError) {
  try readHeader(&inflater.reader)
  let (size, checksum) = try inflater.inflate()
  try expect(checksum, "CRC-32", bits: 32, &inflater.reader)
  try expect(UInt32(truncatingIfNeeded: size), "size modulo 2^32", bits: 32, &inflater.reader)
}

/// Goes over the header of a member; what it tells, such as a name, is not needed.
private func readHeader(_ reader: inout BitReader) throws(GzipError) {
  let start = reader.offset
  guard isGzip(reader.bytes[start...]) else {
    throw reader.error(
      start == 0
        ? "not a gzip file: it does not start with 1f 8b"
        : "other bytes than 1f 8b, where another member or the end is expected")
  }
  try reader.skipBytes(2)
  let method = try reader.read(8)
  guard method == 8 else {
    throw reader.error("the compression method \(method), where 8 is expected", at: start + 2)
  }
  let flags = HeaderFlags(rawValue: try reader.read(8))
  guard flags.isSubset(of: .known) else {
    throw reader.error("flags that are reserved", at: start + 3)
  }
  // Time, kind of compression and operating system.
  try reader.skipBytes(6)
  if flags.contains(.extraField) { try reader.skipBytes(try reader.read(16)) }
  if flags.contains(.name) { try skipText(&reader) }
  if flags.contains(.comment) { try skipText(&reader) }
  if flags.contains(.checksum) {
    let checksum = crc32(reader.bytes.span.extracting(start..<reader.offset))
    try expect(checksum & 0xFFFF, "header's checksum", bits: 16, &reader)
  }
}

/// The flags of a header. That the contents are text means nothing here.
private struct HeaderFlags: OptionSet {
  let rawValue: Int

  static let text = HeaderFlags(rawValue: 1)
  static let checksum = HeaderFlags(rawValue: 2)
  static let extraField = HeaderFlags(rawValue: 4)
  static let name = HeaderFlags(rawValue: 8)
  static let comment = HeaderFlags(rawValue: 16)
  static let known: HeaderFlags = [.text, .checksum, .extraField, .name, .comment]
}

/// Goes over a text and the zero byte that ends it.
private func skipText(_ reader: inout BitReader) throws(GzipError) {
  let end = reader.bytes[reader.offset...].firstIndex(of: 0) ?? reader.bytes.count
  try reader.skipBytes(end + 1 - reader.offset)
}

/// Reads the number that `found`, computed from the bytes before it, must be.
private func expect(
  _ found: UInt32, _ name: String, bits: Int, _ reader: inout BitReader
) throws(GzipError) {
  let start = reader.offset
  let expected = UInt32(try reader.read(bits))
  guard found == expected else {
    let digits = bits / 4
    throw reader.error(
      "the \(name) is \(hexadecimal(found, digits: digits)),"
        + " where \(hexadecimal(expected, digits: digits)) is expected", at: start)
  }
}
