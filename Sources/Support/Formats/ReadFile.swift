import CLibrary

/// The largest file that is read: 1 GiB. The letters' values then take at most 4 GiB.
public let maximumFileSize = 1 << 30

/// Reads a whole file, pipe or device; `-` is standard input.
///
/// - Throws: `.noInput` if there is no such file, it may not be read or is a directory, `.data` if
///   it is larger than `maximumFileSize`, `.inputOutput` if reading fails.
public func readFile(_ path: String) throws(FileError) -> [UInt8] {
  try readFile(path, limit: maximumFileSize)
}

func readFile(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
  if path == "-" { return try readAll(STDIN_FILENO, path: path, limit: limit) }
  let descriptor = uninterrupted { open(path, O_RDONLY | O_CLOEXEC) }
  guard descriptor >= 0 else { throw FileError(.noInput, path: path, lastSystemError()) }
  defer { close(descriptor) }
  return try readAll(descriptor, path: path, limit: limit)
}

private func readAll(
  _ descriptor: CInt, path: String, limit: Int
) throws(FileError) -> [UInt8] {
  let status = status(of: descriptor)
  if let status, status.isDirectory {
    throw FileError(.noInput, path: path, "is a directory, not a file")
  }
  // The size is only a hint: a pipe has none, and a file may grow while it is read.
  let size = min(Int(status?.st_size ?? 0), limit)
  var bytes: [UInt8] = []
  while bytes.count <= limit {
    let piece = try read(descriptor, upTo: max(size + 1 - bytes.count, 1 << 16), path: path)
    if piece.isEmpty { return bytes }
    if bytes.isEmpty { bytes = piece } else { bytes += piece }
  }
  throw FileError(.data, path: path, "is larger than \(limit) bytes")
}

/// One `read`; empty at the end of the file.
private func read(_ descriptor: CInt, upTo count: Int, path: String) throws(FileError) -> [UInt8] {
  var result = 0
  let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
    result = uninterrupted { read(descriptor, buffer.baseAddress, count) }
    initialized = max(0, result)
  }
  guard result >= 0 else { throw FileError(.inputOutput, path: path, lastSystemError()) }
  return bytes
}
