import CLibrary

/// Memory for the packed blocks of a product, with any contents, until `body` returns.
///
/// A thread keeps its memory from one product to the next, so that a step of training allocates
/// nothing. Pages that no product has touched take no memory.
package func withWorkspace(_ body: (UnsafeMutablePointer<Vector>) -> Void) {
  let kept = workspaceKey.flatMap { pthread_getspecific($0) }
  let memory =
    kept
    ?? .allocate(byteCount: DenseProduct.workspace * MemoryLayout<Vector>.stride, alignment: 64)
  body(memory.assumingMemoryBound(to: Vector.self))
  if kept != nil { return }
  if let workspaceKey, pthread_setspecific(workspaceKey, memory) == 0 { return }
  memory.deallocate()
}

/// Where a thread finds its memory, which is freed when the thread ends; nil if the system has no
/// more such places.
private let workspaceKey: pthread_key_t? = {
  var key = pthread_key_t()
  return pthread_key_create(&key, { ($0 as UnsafeMutableRawPointer?)?.deallocate() }) == 0
    ? key : nil
}()
