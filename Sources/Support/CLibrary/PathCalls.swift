// The system's calls with a path's text. For a String Swift takes these, not those with a pointer: so no
// caller need think of it.

package func open(_ path: String, _ flags: CInt) -> CInt { path.withPath { open($0, flags) } }

package func open(_ path: String, _ flags: CInt, _ mode: mode_t) -> CInt {
  path.withPath { open($0, flags, mode) }
}

package func stat(_ path: String, _ status: UnsafeMutablePointer<stat>) -> CInt {
  path.withPath { stat($0, status) }
}

package func lstat(_ path: String, _ status: UnsafeMutablePointer<stat>) -> CInt {
  path.withPath { lstat($0, status) }
}

package func access(_ path: String, _ mode: CInt) -> CInt { path.withPath { access($0, mode) } }

@discardableResult
package func mkdir(_ path: String, _ mode: mode_t) -> CInt { path.withPath { mkdir($0, mode) } }

@discardableResult
package func rmdir(_ path: String) -> CInt { path.withPath { rmdir($0) } }

@discardableResult
package func unlink(_ path: String) -> CInt { path.withPath { unlink($0) } }

@discardableResult
package func rename(_ old: String, _ new: String) -> CInt {
  old.withPath { old in new.withPath { rename(old, $0) } }
}

@discardableResult
package func link(_ old: String, _ new: String) -> CInt {
  old.withPath { old in new.withPath { link(old, $0) } }
}

@discardableResult
package func symlink(_ target: String, _ path: String) -> CInt {
  target.withPath { target in path.withPath { symlink(target, $0) } }
}

@discardableResult
package func chmod(_ path: String, _ mode: mode_t) -> CInt { path.withPath { chmod($0, mode) } }

package func readlink(
  _ path: String, _ buffer: UnsafeMutablePointer<CChar>, _ size: Int
) -> Int {
  path.withPath { readlink($0, buffer, size) }
}

package func realpath(
  _ path: String, _ buffer: UnsafeMutablePointer<CChar>?
) -> UnsafeMutablePointer<CChar>? {
  path.withPath { realpath($0, buffer) }
}

#if canImport(Darwin)
  package typealias Folder = UnsafeMutablePointer<DIR>
#else
  package typealias Folder = OpaquePointer
#endif

package func opendir(_ path: String) -> Folder? { path.withPath { opendir($0) } }

/// For the words and variables of a program that is started.
package func strdup(_ word: String) -> UnsafeMutablePointer<CChar>? {
  word.withPath { strdup($0) }
}

extension String {
  fileprivate func withPath<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    guard hasUndecodedBytes else { return withCString(body) }
    let bytes = (pathBytes + [0]).map { CChar(bitPattern: $0) }
    return bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map(body) ?? "".withCString(body)
    }
  }
}
