import CLibrary

/// The names of what a folder holds but itself and the one above, in any order; nil where it cannot be
/// read, with the reason in `errno`.
package func names(inFolder path: String) -> [String]? {
  guard let folder = opendir(path) else { return nil }
  defer { closedir(folder) }
  var names: [String] = []
  while let entry = readdir(folder) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(path: $0) }
    }
    if name != "." && name != ".." { names.append(name) }
  }
  return names
}

/// The files below a folder, as paths from it, in order; links to folders are not followed. Nil where the
/// folder cannot be read.
package func files(belowFolder folder: String) -> [String]? {
  names(inFolder: folder)?.flatMap { name in
    let path = "\(folder)/\(name)"
    if isFolder(path) {
      return isLink(path) ? [] : (files(belowFolder: path) ?? []).map { "\(name)/\($0)" }
    }
    return [name]
  }.sorted()
}

/// Removes what is at a path, with all that is below it, as far as that can be done.
package func removeAll(_ path: String) {
  if isFolder(path), !isLink(path) {
    for name in names(inFolder: path) ?? [] { removeAll("\(path)/\(name)") }
    rmdir(path)
  } else {
    unlink(path)
  }
}

private func isLink(_ path: String) -> Bool {
  var status = stat()
  return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
}
