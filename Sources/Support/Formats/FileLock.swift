import CLibrary
import Synchronization

/// A file that is there, and locked, while a process writes what it stands for. A killed process leaves
/// it unlocked, and the next takes it over.
package final class FileLock: Sendable {
  private let path: String
  private let descriptor: CInt

  /// - Parameter place: what it stands for, in errors.
  /// - Throws: `.cannotCreate`, where another process has it, or it cannot be made.
  package init(_ path: String, for place: String) throws(FileError) {
    func refusal(_ message: String) -> FileError {
      FileError(.cannotCreate, path: place, message)
    }
    for _ in 0..<1000 {
      let descriptor = uninterrupted {
        open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
      }
      guard descriptor >= 0 else {
        let reason = systemError()
        throw refusal(status(of: path) == nil ? reason : "\(quoted(name(of: path))): \(reason)")
      }
      let isFree = uninterrupted { flock(descriptor, LOCK_EX | LOCK_NB) } == 0
      // A file system that has no locks is no reason not to write.
      if !isFree, errno == EWOULDBLOCK {
        close(descriptor)
        break
      }
      // Whoever had it may have removed it in the meantime.
      if let mine = status(of: descriptor), let there = status(of: path), mine.isSame(as: there) {
        (self.path, self.descriptor) = (path, descriptor)
        held.withLock { _ = $0.insert(path) }
        _ = removalAtExit
        return
      }
      close(descriptor)
    }
    throw refusal("another process is writing it")
  }

  deinit {
    held.withLock { _ = $0.remove(path) }
    // Before it is unlocked: afterwards it may be another's.
    unlink(path)
    close(descriptor)
  }
}

/// The locks of this process.
private let held = Mutex<Set<String>>([])

/// Also where `exit` ends the process in the midst of it all.
private let removalAtExit: Void = {
  atexit { held.withLock { $0.forEach { unlink($0) } } }
}()
