/// A thread of its own that does one piece of work at a time.
///
/// Where the system has no thread left, as in a container with a limit on processes, the caller does
/// the work: it takes longer and comes to the same. (Dispatch waits for a thread for ever.)
package final class Worker: @unchecked Sendable {
  // Sendable: the desk is, and the thread is only joined, once.
  private let desk = Desk()
  /// What to join at the end; nil without a thread.
  private let thread: pthread_t?

  package init() { thread = startThread(at: desk) }

  /// Whether there is a thread.
  package var isThread: Bool { thread != nil }

  /// Begins with `work`, when the work before was waited for.
  package func start(_ work: @escaping @Sendable () -> Void) {
    if thread == nil { return work() }
    desk.put(.todo(work))
  }

  /// Waits until the work is done; what it wrote can be read then.
  package func wait() {
    if thread != nil { desk.waitUntilEmpty() }
  }

  deinit {
    guard let thread else { return }
    desk.waitUntilEmpty()
    desk.put(.goHome)
    pthread_join(thread, nil)
  }
}

/// Where a worker finds its work, and leaves it until it is done.
private final class Desk: @unchecked Sendable {
  // Sendable: `content` belongs to whoever holds the lock.
  enum Content {
    case nothing
    case todo(@Sendable () -> Void)
    case goHome
  }

  private var content = Content.nothing
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    pthread_mutex_init(lock, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(lock)
    changed.deallocate()
    lock.deallocate()
  }

  func put(_ content: Content) {
    pthread_mutex_lock(lock)
    self.content = content
    pthread_cond_signal(changed)
    pthread_mutex_unlock(lock)
  }

  func waitUntilEmpty() {
    pthread_mutex_lock(lock)
    while case .todo = content { pthread_cond_wait(changed, lock) }
    pthread_mutex_unlock(lock)
  }

  /// The next piece of work, which stays here while it is done; nil for the end.
  private func next() -> (() -> Void)? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while case .nothing = content { pthread_cond_wait(changed, lock) }
    if case .todo(let work) = content { return work }
    return nil
  }

  /// The life of a thread.
  func work() { while doNext() { put(.nothing) } }

  /// Out of line, so that it has let go of the work before that is said to be done.
  @inline(never)
  private func doNext() -> Bool {
    guard let work = next() else { return false }
    work()
    return true
  }
}

/// - Returns: nil where the system has no thread left.
private func startThread(at desk: Desk) -> pthread_t? {
  let place = Unmanaged.passRetained(desk).toOpaque()
  #if canImport(Darwin)
    var thread: pthread_t?
  #else
    var thread = pthread_t()
  #endif
  let failure = withSignalsBlocked { pthread_create(&thread, nil, life, place) }
  if failure == 0 { return thread }
  Unmanaged<Desk>.fromOpaque(place).release()
  return nil
}

#if canImport(Darwin)
  private let life: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = {
    Unmanaged<Desk>.fromOpaque($0).takeRetainedValue().work()
    return nil
  }
#else
  private let life: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
    if let place = $0 { Unmanaged<Desk>.fromOpaque(place).takeRetainedValue().work() }
    return nil
  }
#endif

/// A thread that is started in `body` gets no signals from outside: the main thread, which may wait in
/// a system call, does.
private func withSignalsBlocked<Result>(_ body: () -> Result) -> Result {
  var (signals, before) = (sigset_t(), sigset_t())
  sigemptyset(&signals)
  for number in [SIGINT, SIGTERM, SIGHUP, SIGCHLD, SIGALRM] { sigaddset(&signals, number) }
  pthread_sigmask(SIG_BLOCK, &signals, &before)
  defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
  return body()
}
