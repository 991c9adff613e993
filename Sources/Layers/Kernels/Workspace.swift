import CLibrary

/// Memory for `count` vectors, with any contents, until `body` returns.
///
/// A thread keeps its memory from one product to the next, so that a step of training allocates
/// nothing.
func withTemporaryVectors(_ count: Int, _ body: (UnsafeMutablePointer<Vector>) -> Void) {
  let kept = workspaceKey.flatMap { pthread_getspecific($0) }
  // Whoever needs memory within `body` finds none here, and gets its own.
  if let workspaceKey { pthread_setspecific(workspaceKey, nil) }
  let workspace = Workspace(at: kept, count)
  body(workspace.vectors)
  if let workspaceKey, pthread_getspecific(workspaceKey) == nil {
    pthread_setspecific(workspaceKey, workspace.start)
  } else {
    workspace.start.deallocate()
  }
}

/// A block of memory that begins with its capacity.
private struct Workspace {
  /// As much as keeps the vectors behind the capacity aligned to a cache line.
  private static let header = 64
  let start: UnsafeMutableRawPointer

  var vectors: UnsafeMutablePointer<Vector> {
    (start + Self.header).assumingMemoryBound(to: Vector.self)
  }

  /// The memory kept at `kept`, or more where that is too little.
  init(at kept: UnsafeMutableRawPointer?, _ capacity: Int) {
    if let kept, kept.load(as: Int.self) >= capacity {
      start = kept
      return
    }
    release(kept)
    start = .allocate(
      byteCount: Self.header + capacity * MemoryLayout<Vector>.stride, alignment: Self.header)
    start.storeBytes(of: capacity, as: Int.self)
  }
}

/// Where a thread finds its memory, which is freed when the thread ends; nil if the system has no
/// more such places.
private let workspaceKey: pthread_key_t? = {
  var key = pthread_key_t()
  return pthread_key_create(&key, { release($0) }) == 0 ? key : nil
}()

private func release(_ memory: UnsafeMutableRawPointer?) { memory?.deallocate() }
