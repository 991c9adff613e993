import CLibrary

/// The largest file that is read: 1 GiB. The letters' values then take at most 4 GiB.
public let maximumFileSize = 1 << 30

/// Reads a whole file, pipe or device; `-` is standard input. What begins with the bytes 1f 8b is
/// decompressed by the system's `gzip`.
///
/// - Throws: `.noInput` if there is no such file, it may not be read or is a directory, or there is
///   no `gzip`; `.data` if it or what it holds compressed is larger than `limit` bytes, or `gzip`
///   cannot decompress it; `.inputOutput` if reading fails.
public func readFile(
  _ path: String, limit: Int = maximumFileSize
) throws(FileError) -> [UInt8] {
  let isStandardInput = path == "-"
  let descriptor =
    isStandardInput ? STDIN_FILENO : uninterrupted { open(path, O_RDONLY | O_CLOEXEC) }
  guard descriptor >= 0 else { throw FileError(.noInput, path: path, systemError()) }
  defer { if !isStandardInput { close(descriptor) } }
  let bytes = try readAll(descriptor, path: path, limit: limit)
  return bytes.starts(with: gzipMark) ? try gunzip(bytes, path: path, limit: limit) : bytes
}

/// The bytes as they are stored.
private func readAll(
  _ descriptor: CInt, path: String, limit: Int
) throws(FileError) -> [UInt8] {
  let status = status(of: descriptor)
  if let status, status.isDirectory {
    throw FileError(.noInput, path: path, "is a directory, not a file")
  }
  let size = Int(status?.st_size ?? 0)
  if size > limit { throw FileError(.data, path: path, "is larger than \(limit) bytes") }
  try expectMemory(Double(size), for: "its \(size) bytes", path: path)
  var bytes: [UInt8] = []
  // The size is only a hint: a pipe has none, and a file may grow while it is read. One byte more
  // than there should be shows the end.
  bytes.reserveCapacity(size + 1)
  while bytes.count <= limit {
    let count = readMore(from: descriptor, to: &bytes, limit: limit + 1 - bytes.count)
    if count == 0 { return bytes }
    if count < 0 { throw FileError(.inputOutput, path: path, systemError()) }
  }
  throw FileError(.data, path: path, "is larger than \(limit) bytes")
}
