import CLibrary
import Synchronization

/// A file that is there, and locked, while a process writes what it stands for. A killed process
/// leaves it unlocked, and the next takes it over.
package final class FileLock: Sendable {
  private let path: String
  private let descriptor: CInt

  /// - Parameter place: what it stands for, in errors.
  /// - Throws: `.cannotCreate`, where another process has it, or it cannot be made.
  package init(_ path: String, for place: String) throws(FileError) {
    // Whoever had it may remove it between its opening and its locking; that happens a few times.
    for _ in 0..<1000 {
      let descriptor = try openFile(path, for: place)
      // A file system that has no locks is no reason not to write.
      let isFree =
        uninterrupted { flock(descriptor, LOCK_EX | LOCK_NB) } == 0 || errno != EWOULDBLOCK
      if isFree, let mine = status(of: descriptor), let there = status(of: path),
        mine.isSame(as: there)
      {
        (self.path, self.descriptor) = (path, descriptor)
        held.withLock { $0[descriptor] = path }
        _ = removalAtExit
        return
      }
      close(descriptor)
      if !isFree { break }
    }
    throw FileError(.cannotCreate, path: place, "another process is writing it")
  }

  deinit {
    held.withLock { _ = $0.removeValue(forKey: descriptor) }
    // Before it is unlocked: afterwards it may be another's.
    unlink(path)
    close(descriptor)
  }
}

private func openFile(_ path: String, for place: String) throws(FileError) -> CInt {
  let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW
  let descriptor = uninterrupted { open(path, flags, 0o666) }
  if descriptor > STDERR_FILENO { return descriptor }
  if descriptor >= 0 {
    // A standard stream is closed, and what is printed there must not go into this file.
    defer { close(descriptor) }
    let higher = fcntl(descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1)
    if higher >= 0 { return higher }
  }
  let reason = systemError()
  let isThere = status(of: path) != nil
  throw FileError(
    .cannotCreate, path: place, isThere ? "\(quoted(name(of: path))): \(reason)" : reason)
}

/// The locks of this process, by their descriptors: two paths may be equal as texts and not as bytes.
private let held = Mutex<[CInt: String]>([:])

/// Also where `exit` ends the process in the midst of it all.
private let removalAtExit: Void = {
  atexit { held.withLock { $0.values.forEach { unlink($0) } } }
}()
