import CLibrary

/// A named pipe that results will be written to. Its reader is there already: nobody waits for one.
final class OpenPipe: Sendable {
  let descriptor: CInt

  /// - Throws: `.cannotCreate`, also where nobody reads it.
  init(_ path: String) throws(FileError) {
    let descriptor = uninterrupted { open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC) }
    guard descriptor >= 0 else {
      let reason = errno == ENXIO ? "is a pipe that nobody reads" : systemError()
      throw FileError(.cannotCreate, path: path, reason)
    }
    // From here on writing waits for the reader, as it should.
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}
