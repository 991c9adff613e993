/// A pipe that no program inherits unless it is given an end.
package final class Pipe {
  package let readEnd: CInt
  package private(set) var writeEnd: CInt

  /// A pipe; nil if the system has none left, with the reason in `errno`.
  init?() {
    var ends: [CInt] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (readEnd, writeEnd) = (ends[0], ends[1])
  }

  /// Closes the end that is written to, so that whoever reads sees the end.
  package func closeWriteEnd() {
    close(writeEnd)
    writeEnd = -1
  }

  deinit {
    close(readEnd)
    if writeEnd >= 0 { close(writeEnd) }
  }
}
