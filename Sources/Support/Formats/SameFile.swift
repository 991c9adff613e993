import CLibrary

/// Whether two paths lead to the same place, however they are spelled and through whatever symbolic
/// links. A file need not be there yet. Two hard links are two places: ``writeAtomically(_:to:)``
/// replaces one and leaves the other.
public func isSameFile(_ first: String, _ second: String) -> Bool {
  // By bytes: Strings are equal when they only look the same, such as "é" in one piece or in two.
  if first.utf8.elementsEqual(second.utf8) { return true }
  guard let one = place(of: first), let two = place(of: second) else { return false }
  return one.utf8.elementsEqual(two.utf8)
}

/// The absolute path without links; nil where there is none.
private func place(of path: String) -> String? {
  guard let target = try? target(ofLinksAt: path),
    let folder = realpath(directory(of: target), nil)
  else { return nil }
  defer { free(folder) }
  let name = target.utf8.split(separator: UInt8(ascii: "/")).last
  return String(path: folder) + "/" + (name.flatMap { String($0) } ?? "")
}
