import CLibrary

/// Replaces the contents of the file at `path` all at once: whoever reads it sees the old bytes or
/// the new ones, and after a failure the old ones.
///
/// An old file's permissions are kept and a symbolic link is followed. A device or a pipe, which
/// must not be replaced by a file, is written to directly.
///
/// - Throws: `.cannotCreate` if no file can be made there, `.inputOutput` if writing fails.
public func writeAtomically(_ bytes: [UInt8], to path: String) throws(FileError) {
  try expectReplaceable(path)
  let old = status(of: path)
  if let old, !old.isRegularFile {
    let descriptor = try create(path, flags: O_WRONLY, path: path)
    defer { close(descriptor) }
    guard writeAll(bytes, to: descriptor) else { throw failure(path) }
    return
  }
  try replace(target(ofLinksAt: path), with: bytes, mode: old?.st_mode, path: path)
}

/// Makes sure that a file can be written: that `path` is the name of a file, that no directory is
/// in its place, and that the one it goes to is there and may be changed. Better before a long
/// computation than after it.
///
/// - Throws: `.cannotCreate`.
public func expectReplaceable(_ path: String) throws(FileError) {
  func refusal(_ message: String) -> FileError { FileError(.cannotCreate, path: path, message) }
  let old = status(of: path)
  // Such as a name that is too long: `access` looks only at the directory.
  if old == nil, errno != ENOENT { throw refusal(systemError()) }
  if let old, old.isDirectory { throw refusal("is a directory, not a file") }
  if path.isEmpty || path.utf8.last == UInt8(ascii: "/") {
    throw refusal("\(quoted(path)) is not the name of a file")
  }
  let isReplaced = old?.isRegularFile ?? true
  let place = isReplaced ? directory(of: try target(ofLinksAt: path)) : path
  guard access(place, W_OK) == 0 else { throw refusal(systemError()) }
}

/// Writes a temporary file beside `target`, in the same file system, and renames it.
private func replace(
  _ target: String, with bytes: [UInt8], mode: mode_t?, path: String
) throws(FileError) {
  let directory = directory(of: target)
  let temporary = "\(directory)/.new-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
  let descriptor = try create(temporary, flags: O_WRONLY | O_CREAT | O_EXCL, path: path)
  do throws(FileError) {
    defer { close(descriptor) }
    if let mode, fchmod(descriptor, mode & 0o7777) != 0 { throw failure(path) }
    if !writeAll(bytes, to: descriptor) { throw failure(path) }
    if uninterrupted({ fsync(descriptor) }) != 0 { throw failure(path) }
    if rename(temporary, target) != 0 { throw failure(path) }
  } catch {
    unlink(temporary)
    throw error
  }
  synchronize(directory)
}

/// Opens a file for writing; a new one gets 0666 less the umask.
private func create(_ file: String, flags: CInt, path: String) throws(FileError) -> CInt {
  let descriptor = uninterrupted { open(file, flags | O_CLOEXEC, 0o666) }
  guard descriptor >= 0 else { throw FileError(.cannotCreate, path: path, systemError()) }
  return descriptor
}

/// Makes the rename itself durable. The new file is already whole under its name, and not every
/// file system can do this, so a refusal is no error.
private func synchronize(_ directory: String) {
  let descriptor = open(directory, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return }
  fsync(descriptor)
  close(descriptor)
}

/// Where the symbolic links at `path` lead, whether or not a file is there yet.
func target(ofLinksAt path: String) throws(FileError) -> String {
  var target = path
  // As many links as Linux follows before it gives up.
  for _ in 0..<40 {
    let capacity = Int(PATH_MAX)
    let link = [CChar](unsafeUninitializedCapacity: capacity) { buffer, initialized in
      initialized = buffer.baseAddress.map { max(0, readlink(target, $0, capacity)) } ?? 0
    }
    if link.isEmpty { return target }
    let name = String(path: link.map(UInt8.init(bitPattern:)))
    target = name.utf8.first == UInt8(ascii: "/") ? name : "\(directory(of: target))/\(name)"
  }
  throw FileError(.cannotCreate, path: path, systemError(ELOOP))
}

private func failure(_ path: String) -> FileError {
  FileError(.inputOutput, path: path, systemError())
}
