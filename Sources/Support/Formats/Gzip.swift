import CLibrary

/// How every file compressed by `gzip` begins.
let gzipMark: [UInt8] = [0x1F, 0x8B]

/// The contents of a compressed file, by the system's `gzip`; `path` is the file's name in errors.
///
/// What `gzip` forgives is forgiven: several members, and zeros or other bytes behind the last one.
///
/// - Throws: `.data` if the file is malformed or cut, or holds more than `limit` bytes; `.noInput`
///   if there is no `gzip`, `.inputOutput` if somebody kills it.
func gunzip(_ bytes: [UInt8], path: String, limit: Int) throws(FileError) -> [UInt8] {
  // The last member says how much it holds, or claims it: memory for more is taken as it arrives.
  let size = bytes.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
  // `GZIP` may hold options that a user likes.
  let gzip = ChildProcess.run(
    ["gzip", "-dc"], input: bytes, variables: ["GZIP="], outputLimit: limit,
    expectedOutput: min(size + 1, limit, 8 * bytes.count))
  switch gzip.ending {
  // 2 is a warning, such as the one about other bytes behind the last member.
  case .exited(0), .exited(2): return gzip.output
  case .exited:
    throw FileError(.data, path: path, "gzip cannot decompress it: \(reason(gzip.errors))")
  case .wroteTooMuch:
    throw FileError(.data, path: path, "is larger than \(limit) bytes when decompressed")
  case .failed(let message):
    throw FileError(
      .noInput, path: path,
      "is compressed; gzip, which is needed to read it, cannot be run: \(message)")
  case .signalled, .timedOut:
    throw FileError(.inputOutput, path: path, "gzip was killed while it decompressed it")
  }
}

/// Bytes as the system's `gzip` compresses them, without a name or a time; nil where it cannot.
package func gzip(_ bytes: [UInt8]) -> [UInt8]? {
  let gzip = ChildProcess.run(
    ["gzip", "-nc"], input: bytes, variables: ["GZIP="], outputLimit: bytes.count + 1024)
  return gzip.ending == .exited(0) ? gzip.output : nil
}

/// The end of the last line of what `gzip` complained, `gzip: stdin: unexpected end of file`.
private func reason(_ errors: [UInt8]) -> String {
  let lines = errors.split { $0 == lineFeed || $0 == carriageReturn }
  var reason = (lines.last ?? [])[...]
  for prefix in ["gzip: ", "stdin: "] where reason.starts(with: prefix.utf8) {
    reason = reason.dropFirst(prefix.utf8.count)
  }
  return reason.isEmpty ? "it does not say why" : escaped(reason, limit: 100)
}
