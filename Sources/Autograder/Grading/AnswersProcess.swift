import CLibrary
import Formats
import Wire

/// A process of a student's program, asked one request after the other.
///
/// Whatever it does costs the requests that are not answered yet, and nothing else: it is watched while
/// an answer is waited for, and when it is over limits it ends.
final class AnswersProcess {
  private let sandbox: Sandbox
  private let limits: Limits
  private let shouldStop: () -> Bool
  private let folder: WorkingFolder?
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var lastSample: ContinuousClock.Instant
  private var process: pid_t?
  /// How it ended by itself, if it did.
  private(set) var ending: ChildProcess.Ending?
  private var streams: Streams?
  /// Why nothing more can be asked.
  private var stopped: String?
  private var output: [UInt8] = []
  private(set) var log = AnswersLog()
  private(set) var usage = Usage()

  /// Starts a program.
  init(
    _ program: [String], in sandbox: Sandbox, _ limits: Limits,
    _ shouldStop: @escaping () -> Bool
  ) {
    (self.sandbox, self.limits, self.shouldStop) = (sandbox, limits, shouldStop)
    (start, lastSample) = (clock.now, clock.now)
    folder = WorkingFolder(for: sandbox.account)
    guard let folder else {
      stopped = "no working folder could be made: \(systemError())"
      return
    }
    let command = ["env", "-C", folder.path] + sandbox.command(program)
    do throws(ChildProcess.Ending) {
      let (child, streams) = try CLibrary.start(
        command, inheriting: .nothing(environment: [Trap.backtrace]))
      (process, self.streams) = (child, streams)
      for end in [streams.input.writeEnd, streams.output.readEnd, streams.errors.readEnd] {
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
      }
    } catch {
      stopped = error.words(timeLimit: "")
    }
  }

  /// Asks, and waits for the answer.
  /// - Parameter longest: the number of bytes that the answer may have.
  func ask(_ request: Request, _ longest: Int) throws(NoAnswer) -> [SafetensorsFile.Tensor] {
    readOutput()
    if stopped == nil, !output.isEmpty { stopped = Self.unasked }
    if let stopped { throw .stopped(stopped) }
    let answer: Answer
    do {
      answer = try Answer(bytes: exchange(request.bytes, longest).get())
    } catch {
      stopped = "\(error)"
      throw .stopped("\(error)")
    }
    return try answer.tensors()
  }

  fileprivate static let unasked = "gave an answer that nobody asked for"

  /// Ends the process, and all that it started.
  func end() {
    readLog()
    streams?.input.closeWriteEnd()
    sample()
    if let process { kill(process, SIGKILL) }
    endMembers()
    usage.seconds = elapsed
    folder?.remove()
  }

  /// Sends a request and reads until an answer is whole.
  private func exchange(_ request: [UInt8], _ longest: Int) -> Result<[UInt8], Refusal> {
    guard let streams else { return .failure(Refusal(description: "was not started")) }
    var rest = request[...]
    var needed = 8
    while true {
      var polls = [
        pollfd(
          fd: rest.isEmpty ? -1 : streams.input.writeEnd, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: streams.output.readEnd, events: Int16(POLLIN), revents: 0),
        pollfd(fd: log.isOpen ? streams.errors.readEnd : -1, events: Int16(POLLIN), revents: 0),
      ]
      poll(&polls, 3, Self.period)
      if polls[2].revents != 0 { readLog() }
      if polls[0].revents != 0 { rest = rest.dropFirst(send(rest)) }
      let isAtEnd = polls[1].revents != 0 && readOutput()
      if let answer = answer(&needed, longest) { return answer }
      if let reason = check(isAtEnd) {
        // It may have answered since, and then ended.
        readOutput()
        return answer(&needed, longest) ?? .failure(Refusal(description: reason))
      }
    }
  }

  /// The answer, or why what was read is none; nil while it is not whole.
  private func answer(_ needed: inout Int, _ longest: Int) -> Result<[UInt8], Refusal>? {
    switch MessageLength.progress(output, &needed, longest) {
    case .failure(let refusal): return .failure(refusal)
    case .success(nil): return nil
    case .success(let message?):
      output.removeAll()
      return .success(message)
    }
  }

  /// In milliseconds.
  private static let period: CInt = 20

  private func send(_ rest: ArraySlice<UInt8>) -> Int {
    guard let streams else { return 0 }
    let count = rest.withUnsafeBytes { write(streams.input.writeEnd, $0.baseAddress, $0.count) }
    return max(0, count)
  }

  /// Reads what there is, but no more at a time than can be looked at between two looks at the limits.
  /// - Returns: whether that was the end.
  @discardableResult
  private func readOutput() -> Bool {
    guard let streams else { return true }
    for _ in 0..<64 {
      let count = readMore(from: streams.output.readEnd, to: &output, limit: 1 << 16)
      if count <= 0 { return count == 0 || errno != EAGAIN }
    }
    return false
  }

  private func readLog() {
    guard let streams else { return }
    log.read(from: streams.errors.readEnd)
  }

  // MARK: Watching

  private var elapsed: Double { start.duration(to: clock.now) / .seconds(1) }

  /// Why no answer can come any more; nil while one can.
  private func check(_ isAtEnd: Bool) -> String? {
    if log.count > limits.log {
      return "printed \(bytesText(log.count)), where \(bytesText(limits.log)) is the limit"
    }
    if shouldStop() { return "not run: interrupted" }
    let now = clock.now
    if lastSample.duration(to: now) >= .milliseconds(Int(Self.period)) {
      lastSample = now
      sample()
      if let excess = limits.excess(usage) { return excess }
    }
    if let ending = reap(waits: isAtEnd) {
      // What it said at last may have come after the last look.
      readLog()
      return words(ending)
    }
    return isAtEnd ? "closed its standard output without an answer" : nil
  }

  private func sample() {
    usage.seconds = elapsed
    usage.add(ProcessTable.members(of: sandbox.account?.user))
  }

  /// How the process ended, if it has; after the end of its output it most likely is about to. Orphans
  /// that became this process's children are reaped, too.
  private func reap(waits: Bool) -> ChildProcess.Ending? {
    for _ in 0..<(waits ? 50 : 1) {
      var (status, resources) = (CInt(0), rusage())
      while case let child = wait4(-1, &status, WNOHANG, &resources), child > 0 {
        guard child == process else { continue }
        process = nil
        usage.add(resources)
        ending = .init(status: status)
      }
      if process == nil { return ending }
      if waits { usleep(2000) }
    }
    return nil
  }

  /// What an ending without an answer is told as.
  private func words(_ ending: ChildProcess.Ending) -> String {
    switch ending {
    case .signalled(SIGXCPU):
      return "used more than \(pointsText(limits.processorSeconds)) s of processor time"
    case .signalled(SIGXFSZ):
      return "wrote a file of more than \(bytesText(limits.fileSize))"
    case .exited(0): return "ended without an answer" + log.complaint
    default: return ending.words(timeLimit: "") + log.complaint
    }
  }

  /// Kills and reaps what descends from this process or belongs to the answers' user, until there is
  /// nothing.
  private func endMembers() {
    for _ in 0..<500 {
      _ = reap(waits: false)
      let members = ProcessTable.members(of: sandbox.account?.user)
      if members.isEmpty && process == nil { return }
      for member in members where !member.isEnded { kill(member.id, SIGKILL) }
      usleep(1000)
    }
  }
}

/// Why what was read is no answer, or none can come.
private struct Refusal: Error, CustomStringConvertible { let description: String }

extension MessageLength {
  /// The first message of what was read; nil where it is not whole yet.
  /// - Parameter needed: how many bytes must be there before it is worth to look again.
  fileprivate static func progress(
    _ bytes: [UInt8], _ needed: inout Int, _ longest: Int
  ) -> Result<[UInt8]?, Refusal> {
    while bytes.count >= needed {
      switch MessageLength(of: bytes) {
      case .malformed(let reason):
        return .failure(Refusal(description: "gave an answer that \(reason)"))
      case .unknown(let count): needed = count
      case .bytes(let count) where count > longest:
        return .failure(
          Refusal(
            description: "announced an answer of \(bytesText(count)), where at most "
              + "\(bytesText(longest)) can be right"))
      case .bytes(let count) where count == bytes.count: return .success(bytes)
      case .bytes(let count) where count < bytes.count:
        return .failure(Refusal(description: AnswersProcess.unasked))
      case .bytes(let count): needed = count
      }
    }
    return .success(nil)
  }
}
