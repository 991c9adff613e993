import CLibrary

/// The result of a system call that returns −1 on failure, repeated while a signal interrupts it.
func uninterrupted<Result: SignedInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}

/// The system's words for the error of the last failed call, such as `No such file or directory`.
func lastSystemError() -> String {
  String(cString: strerror(errno))
}

/// What `stat` says about the file at `path`, links followed; nil if there is none to be seen.
func status(of path: String) -> stat? {
  var result = stat()
  return stat(path, &result) == 0 ? result : nil
}

/// What `fstat` says about an open file.
func status(of descriptor: CInt) -> stat? {
  var result = stat()
  return fstat(descriptor, &result) == 0 ? result : nil
}

extension stat {
  var isDirectory: Bool { st_mode & S_IFMT == S_IFDIR }
  var isRegularFile: Bool { st_mode & S_IFMT == S_IFREG }
}
