import CLibrary

/// Makes sure that a file can be written: that `path` is the name of a file, that no directory is
/// in its place, that what is there may be written to, and that the one it goes to is there and may
/// be changed. Better before a long computation than after it.
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
  // A file that nobody may write is a file to be kept, also from root, who may do all.
  if let old, old.isRegularFile, old.st_mode & 0o222 == 0 || access(path, W_OK) != 0 {
    throw refusal("is read-only; a result would replace it")
  }
  guard old?.isRegularFile ?? true else {
    guard access(path, W_OK) == 0 else { throw refusal(systemError()) }
    return
  }
  try expectRenamable(target(ofLinksAt: path), path: path)
}

/// Makes sure that a new file or folder can be put in the place of what is at `target`, if anything
/// is: that the folder around it is there and may be changed.
///
/// - Throws: `.cannotCreate`, with `path`.
package func expectRenamable(_ target: String, path: String) throws(FileError) {
  let folder = directory(of: target)
  guard access(folder, W_OK) == 0 else {
    throw FileError(.cannotCreate, path: path, systemError())
  }
  if let old = status(of: target), let folder = status(of: folder),
    !folder.lets(geteuid(), rename: old)
  {
    throw FileError(
      .cannotCreate, path: path,
      "is somebody else's, in a folder with the sticky bit, where only its owner may replace it")
  }
}

extension stat {
  /// Whether a user who may write to this folder may rename or remove a file of it: where it has the
  /// sticky bit, as `/tmp` has, only if the file or the folder is the user's.
  fileprivate func lets(_ user: uid_t, rename file: stat) -> Bool {
    st_mode & mode_t(S_ISVTX) == 0 || [0, st_uid, file.st_uid].contains(user)
  }
}
