import CLibrary

/// Whether two paths lead to the same file, however they are spelled and through whatever links,
/// hard ones too. A file need not be there yet.
public func isSameFile(_ first: String, _ second: String) -> Bool {
  if first == second { return true }
  if let one = status(of: first), let other = status(of: second) { return one.isSame(as: other) }
  guard let one = place(of: first) else { return false }
  return one == place(of: second)
}

/// The absolute path without links; nil where there is none.
private func place(of path: String) -> String? {
  guard let target = try? target(ofLinksAt: path),
    let folder = realpath(directory(of: target), nil)
  else { return nil }
  defer { free(folder) }
  return String(cString: folder) + "/" + name(of: target)
}
