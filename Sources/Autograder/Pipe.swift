import CLibrary

/// A pipe that no program inherits unless it is given an end.
final class Pipe {
  let readEnd: Int32
  private(set) var writeEnd: Int32

  /// A pipe; nil if the system has none left, with the reason in `errno`.
  init?() {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (readEnd, writeEnd) = (ends[0], ends[1])
  }

  /// Closes the end that the child has now, so that its end is seen when the child closes it.
  func closeWriteEnd() {
    close(writeEnd)
    writeEnd = -1
  }

  deinit {
    close(readEnd)
    if writeEnd >= 0 { close(writeEnd) }
  }
}

/// Reads several pipes at once, until all are at their end or the deadline is over.
/// - Returns: the end of what came through each, 256 KiB or a little more if there was so much.
func readAll(_ descriptors: [Int32], until deadline: ContinuousClock.Instant) -> [[UInt8]] {
  let kept = 1 << 18
  var texts = descriptors.map { _ in [UInt8]() }
  var polls = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
  var buffer = [UInt8](repeating: 0, count: 1 << 14)
  while polls.contains(where: { $0.fd >= 0 }), deadline > .now {
    let rest = (ContinuousClock.now.duration(to: deadline) / .milliseconds(1)).rounded(.up)
    guard poll(&polls, nfds_t(polls.count), Int32(max(0, min(rest, 1e6)))) > 0 else { continue }
    for i in polls.indices where polls[i].revents != 0 {
      let count = read(polls[i].fd, &buffer, buffer.count)
      if count > 0 {
        texts[i] += buffer[..<count]
        if texts[i].count > 2 * kept { texts[i].removeFirst(texts[i].count - kept) }
      } else if count == 0 || errno != EINTR {
        polls[i].fd = -1
      }
      polls[i].revents = 0
    }
  }
  return texts
}
