import CLibrary
import Formats

/// The folder that a starter is written to: beside its place, and put there when it is whole.
struct NewFolder {
  /// Where it will be.
  let path: String
  /// Where it is written.
  let draft: String
  /// Nobody else makes it meanwhile; nil for a folder of it.
  private let lock: FileLock?

  /// - Throws: `.cannotCreate` where something is in the place, no folder can be made, or another
  ///   process is making it.
  init(_ path: String) throws(FileError) {
    let place =
      path.utf8.last == UInt8(ascii: "/") && path.utf8.count > 1 ? String(path.dropLast()) : path
    if let names = names(inFolder: place) {
      guard names.isEmpty else {
        throw FileError(.cannotCreate, path: path, "is there and not empty")
      }
    } else if fileExists(place) {
      throw FileError(.cannotCreate, path: path, "is not a folder")
    }
    self.path = place
    try createDirectories(directory(of: place))
    try expectRenamable(place, path: path)
    lock = try FileLock(hiddenName(beside: place) + ".lock", for: path)
    draft = hiddenName(beside: place) + ".part"
    // Another run may have been killed.
    removeAll(draft)
    try createDirectories(draft)
  }

  /// Writes all, or nothing.
  func write(_ body: () throws -> Void) throws {
    do {
      try body()
      // An empty folder is replaced.
      guard rename(draft, path) == 0 else {
        throw FileError(.cannotCreate, path: path, systemError())
      }
    } catch {
      removeAll(draft)
      throw error
    }
  }

  private init(draft: String) { (path, self.draft, lock) = (draft, draft, nil) }

  /// A folder of it, as one to be written.
  func subfolder(_ name: String) -> NewFolder { NewFolder(draft: "\(draft)/\(name)") }

  /// Copies a file into it, with what may be done with that.
  func copy(_ file: String, to place: String) throws(FileError) {
    try write(try readFile(file), to: place)
    if access(file, X_OK) == 0 { chmod("\(draft)/\(place)", 0o755) }
  }

  /// Writes a file of it.
  func write(_ text: String, to file: String) throws(FileError) {
    try write(Array(text.utf8), to: file)
  }

  /// Writes a file of it.
  func write(_ bytes: [UInt8], to file: String) throws(FileError) {
    let path = "\(draft)/\(file)"
    try createDirectories(directory(of: path))
    try writeAtomically(bytes, to: path)
  }
}

/// The files below a folder, as paths from it, in order; not what Python compiled.
func files(below folder: String) throws(FileError) -> [String] {
  guard let files = files(belowFolder: folder) else {
    throw FileError(.noInput, path: folder, systemError())
  }
  return files.filter { !$0.contains("__pycache__") }
}

/// The text of a file.
func readText(_ path: String) throws(FileError) -> String {
  String(decoding: try readFile(path), as: UTF8.self)
}
