import CLibrary

/// The path of a folder that comes with the package, such as `handout-data`.
///
/// It is looked for in the working directory and the folders above it, then in those above this
/// source file: so it is found wherever the program is started, as long as the checkout it was
/// built from is in its place. One that ``isTrusted(_:)`` refuses is passed over.
///
/// - Throws: `.noInput` when there is none.
public func packageFolder(_ name: String) throws(FileError) -> String {
  var refused: String?
  for start in [".", directory(of: #filePath)] {
    var folder = start
    // Up to the root: a path deeper than this is not a checkout.
    for _ in 0..<20 {
      let path = folder == "." ? name : "\(folder)/\(name)"
      if isFolder(path) {
        // Who built the program trusts its source.
        if start != "." || isTrusted(path) { return path }
        refused = refused ?? path
      }
      folder = start == "." ? (folder == "." ? ".." : folder + "/..") : directory(of: folder)
    }
  }
  if let refused {
    throw FileError(
      .noInput, path: refused, "is not read: others may have put it there; name it, or move it")
  }
  throw FileError(
    .noInput, path: name, "no such folder here, above here or in the package's checkout")
}

/// Whether a folder that nobody named may be read, and what is in it run: whoever works below `/tmp`
/// must not get what somebody else has put there.
///
/// Refused is what anybody may change: a folder on the way that everybody may write to, unless it is
/// sticky, where only owners remove and rename; and, below a sticky one, what belongs neither to this
/// user nor to root. Where not everybody may write, any owner will do, other than in git's
/// `safe.directory`: a course's folder belongs to the teacher, and who works below it trusts that.
func isTrusted(_ path: String) -> Bool {
  // A link is looked at itself, and so is what it leads to.
  guard let place = wholePath(directory(of: path)), let whole = wholePath(path),
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last.flatMap({ String($0) })
  else { return false }
  return [place + "/" + name, whole].allSatisfy { path in
    var isOpenToAll = false
    var way = ""
    for name in [""] + path.utf8.split(separator: UInt8(ascii: "/")).map({ String($0) ?? "" }) {
      way += way.utf8.last == UInt8(ascii: "/") ? name : "/" + name
      var folder = stat()
      guard lstat(way, &folder) == 0 else { return false }
      if isOpenToAll, folder.st_uid != geteuid(), folder.st_uid != 0 { return false }
      // A link's mode says nothing.
      guard folder.isDirectory, folder.st_mode & S_IWOTH != 0 else { continue }
      if folder.st_mode & S_ISVTX == 0 || way == path { return false }
      isOpenToAll = true
    }
    return true
  }
}
