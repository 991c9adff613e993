#if os(Linux)
  private typealias Prctl = @convention(c) (CInt, UInt, UInt, UInt, UInt) -> CInt
  /// From <linux/prctl.h>.
  private let setChildSubreaper: CInt = 36
#endif

/// Makes this process the parent of all its descendants whose own parents end, so that none is lost.
/// - Returns: whether the system does that.
package func adoptOrphans() -> Bool {
  #if os(Linux)
    // Swift cannot call a C function of variable arguments by its name.
    guard let symbol = dlsym(nil, "prctl") else { return false }
    return unsafeBitCast(symbol, to: Prctl.self)(setChildSubreaper, 1, 0, 0, 0) == 0
  #else
    return false
  #endif
}

/// Keeps every open file but the standard streams from the programs that are started.
package func keepFilesFromChildren() {
  for descriptor in 3..<min(CInt(sysconf(CInt(_SC_OPEN_MAX))), 1 << 16) {
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }
}
