import CLibrary

/// The place of a result, and the names beside it, in the same file system, that are in use while it
/// is written: `.NAME.lock`, `.NAME.part`, `.NAME.new` and `.NAME.old`.
struct ResultPlace: Sendable {
  /// As the user named it.
  let path: String
  /// Where the symbolic links at `path` lead.
  let target: String
  /// Nobody else writes it while this is held; nil for a device or a pipe.
  private let lock: FileLock?
  /// Open from the start, so that the pipe's reader goes on waiting; nil for everything else.
  private let pipe: OpenPipe?
  private let start: String

  /// Takes a place, where ``expectReplaceable(_:)`` has nothing against it.
  /// - Throws: `.cannotCreate`, also where another process has it.
  init(_ path: String) throws(FileError) {
    self.path = path
    target = try Formats.target(ofLinksAt: path)
    start = hiddenName(beside: target)
    let old = status(of: path)
    pipe = old?.isPipe ?? false ? try OpenPipe(path) : nil
    let isReplaced = old?.isRegularFile ?? true
    lock = isReplaced ? try FileLock("\(start).lock", for: path) : nil
  }

  /// Whether a new file takes the place; a device or a pipe is written to.
  var isReplaced: Bool { lock != nil }
  /// A new file that is not yet whole.
  var part: String { "\(start).part" }
  /// A new file that is whole, as all of its set are.
  var new: String { "\(start).new" }
  /// The old file, until all new ones are in place.
  var old: String { "\(start).old" }

  /// Makes sure that no file is mounted there, as into a container: none could be renamed to it.
  func expectNoMount() throws(FileError) {
    if link(target, old) != 0, errno == EXDEV {
      throw FileError(.cannotCreate, path: path, "is mounted there and cannot be replaced")
    }
    unlink(old)
  }

  /// Writes to a device or a pipe.
  func writeDirectly(_ bytes: [UInt8]) throws(FileError) {
    if let pipe {
      guard writeAll(bytes, to: pipe.descriptor) else { throw failure() }
      return
    }
    let descriptor = try create(path, flags: O_WRONLY)
    defer { close(descriptor) }
    guard writeAll(bytes, to: descriptor) else { throw failure() }
  }

  /// Opens a file for writing; a new one gets 0666 less the umask.
  func create(_ file: String, flags: CInt) throws(FileError) -> CInt {
    let descriptor = uninterrupted { open(file, flags | O_CLOEXEC, 0o666) }
    guard descriptor >= 0 else { throw FileError(.cannotCreate, path: path, systemError()) }
    return descriptor
  }

  /// The last failed call, as an error about the place.
  func failure() -> FileError { FileError(.inputOutput, path: path, systemError()) }
}

/// The beginning of a hidden file's name, in the folder of `target` and always the same for it. Up
/// to five bytes may follow: most file systems have names of 255.
package func hiddenName(beside target: String) -> String {
  let name = name(of: target)
  let short = name.utf8.count <= 249 ? name : SHA256(of: Array(name.utf8)).text
  return "\(directory(of: target))/.\(short)"
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
