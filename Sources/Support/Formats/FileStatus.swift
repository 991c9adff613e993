import CLibrary

/// What `stat` says about the file at `path`, links followed; nil if there is none to be seen.
func status(of path: String) -> stat? {
  var result = stat()
  return stat(path, &result) == 0 ? result : nil
}

/// Whether there is a directory at `path`.
package func isFolder(_ path: String) -> Bool { status(of: path)?.isDirectory ?? false }

/// Whether there is a file at `path` that is no directory.
public func fileExists(_ path: String) -> Bool { status(of: path).map { !$0.isDirectory } ?? false }

/// What `fstat` says about an open file.
func status(of descriptor: CInt) -> stat? {
  var result = stat()
  return fstat(descriptor, &result) == 0 ? result : nil
}

extension stat {
  var isDirectory: Bool { st_mode & S_IFMT == S_IFDIR }
  var isPipe: Bool { st_mode & S_IFMT == S_IFIFO }
  var isRegularFile: Bool { st_mode & S_IFMT == S_IFREG }

  /// Whether both are of one file.
  func isSame(as other: stat) -> Bool { st_dev == other.st_dev && st_ino == other.st_ino }
}
