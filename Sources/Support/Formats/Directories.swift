import CLibrary

/// Makes the directory `path` and the ones above it, as far as they are missing.
///
/// - Throws: `.cannotCreate`, with `path` and the system's reason.
public func createDirectories(_ path: String) throws(FileError) {
  if mkdir(path, 0o777) == 0 { return }
  let reason = errno
  let above = directory(of: path)
  if reason == ENOENT, above.utf8.count < path.utf8.count {
    try createDirectories(above)
    if mkdir(path, 0o777) == 0 { return }
  }
  // It may have been there, or another process has made it in the meantime.
  guard let status = status(of: path) else {
    throw FileError(.cannotCreate, path: path, systemError(reason))
  }
  if !status.isDirectory { throw FileError(.cannotCreate, path: path, "is not a directory") }
}

/// The directory that holds the file at `path`: `runs` for `runs/model`, `.` for `model`, `/` for
/// `/model`.
package func directory(of path: String) -> String {
  let separator = UInt8(ascii: "/")
  var bytes = Array(path.utf8)
  while bytes.count > 1, bytes.last == separator { bytes.removeLast() }
  guard let last = bytes.lastIndex(of: separator) else { return "." }
  return last == 0 ? "/" : String(decoding: bytes[..<last], as: UTF8.self)
}

/// The last name of a path: `model` for `runs/model`, nothing for `/`.
func name(of path: String) -> String {
  path.utf8.split(separator: UInt8(ascii: "/")).last.flatMap { String($0) } ?? ""
}
