/// What is written to a child and read from it, both at once: neither waits for the other for ever.
struct Exchange {
  private let streams: Streams
  private let input: [UInt8]
  /// How much of the input the child's pipe took.
  private var written = 0
  private let outputLimit: Int?
  private(set) var output: [UInt8] = []
  private(set) var errors: [UInt8] = []

  init(_ streams: Streams, input: [UInt8], outputLimit: Int?, expectedOutput: Int) {
    self.streams = streams
    self.input = input
    self.outputLimit = outputLimit
    output.reserveCapacity(expectedOutput)
  }

  /// Goes on until the child has closed its outputs.
  /// - Returns: why it must be stopped before, or nil.
  mutating func run(until deadline: ContinuousClock.Instant?) -> ChildProcess.Ending? {
    // A child may end without reading. Because its end of the pipe is open here too, writing is no
    // error then and raises no signal.
    _ = fcntl(streams.input.writeEnd, F_SETFL, O_NONBLOCK)
    var polls = [
      pollfd(fd: feed(), events: Int16(POLLOUT), revents: 0),
      pollfd(fd: streams.output.readEnd, events: Int16(POLLIN), revents: 0),
      pollfd(fd: streams.errors.readEnd, events: Int16(POLLIN), revents: 0),
    ]
    while polls[1].fd >= 0 || polls[2].fd >= 0 {
      if let deadline, deadline <= .now { return .timedOut }
      guard poll(&polls, nfds_t(polls.count), milliseconds(until: deadline)) > 0 else { continue }
      if polls[0].revents != 0 { polls[0].fd = feed() }
      if polls[1].revents != 0, !readOutput() { polls[1].fd = -1 }
      if polls[2].revents != 0, !readEnd(of: streams.errors, into: &errors) { polls[2].fd = -1 }
      if let outputLimit, output.count > outputLimit { return .wroteTooMuch }
    }
    return nil
  }

  /// Writes as much as the pipe takes now.
  /// - Returns: the descriptor to write the rest to, or −1 if there is none.
  private mutating func feed() -> CInt {
    if written < input.count {
      let count = input.withUnsafeBytes {
        write(streams.input.writeEnd, $0.baseAddress.map { $0 + written }, $0.count - written)
      }
      written += max(0, count)
    }
    if written == input.count { streams.input.closeWriteEnd() }
    return streams.input.writeEnd
  }

  /// - Returns: whether there may be more.
  private mutating func readOutput() -> Bool {
    guard let outputLimit else { return readEnd(of: streams.output, into: &output) }
    // One byte more shows that there is too much.
    let rest = outputLimit - output.count + 1
    return readMore(from: streams.output.readEnd, to: &output, limit: rest) > 0
  }
}

/// Reads what there is, but keeps no more than the last 512 KiB, and the last 256 KiB at least.
/// - Returns: whether there may be more.
private func readEnd(of pipe: Pipe, into text: inout [UInt8]) -> Bool {
  let kept = 1 << 18
  if text.count >= 2 * kept { text.removeFirst(text.count - kept) }
  return readMore(from: pipe.readEnd, to: &text, limit: 2 * kept - text.count) > 0
}

/// The time until a deadline as `poll` wants it.
private func milliseconds(until deadline: ContinuousClock.Instant?) -> CInt {
  guard let deadline else { return -1 }
  let rest = (ContinuousClock.now.duration(to: deadline) / .milliseconds(1)).rounded(.up)
  return CInt(max(0, min(rest, 1e6)))
}
