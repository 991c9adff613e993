/// A line on a terminal that is drawn again in place as a run goes on. Where that cannot be done
/// (a pipe, a dumb terminal) it writes nothing.
struct ProgressBar {
  private let output: Output
  private let capabilities: TerminalCapabilities
  private let start: ContinuousClock.Instant
  private var lastDrawn: ContinuousClock.Instant?

  /// Starts the clock that the time left is estimated by.
  init(
    on output: Output = .standardError, capabilities: TerminalCapabilities? = nil,
    now: ContinuousClock.Instant = .now
  ) {
    self.output = output
    self.capabilities = capabilities ?? TerminalCapabilities(output)
    start = now
  }

  /// Can it be seen?
  var isVisible: Bool { capabilities.movesCursor }

  /// Draws the line, at most 20 times a second.
  mutating func show(_ progress: Progress, now: ContinuousClock.Instant = .now) {
    if let lastDrawn, now < lastDrawn + .milliseconds(50) { return }
    guard isVisible else { return }
    lastDrawn = now
    let elapsed = (now - start) / Duration.seconds(1)
    // Room for the "^C" that a terminal shows when the run is interrupted: the line must not wrap.
    let line = progress.line(
      elapsed: elapsed, width: capabilities.width - 3, style: Style(capabilities))
    draw(line)
  }

  /// Removes the line, so that other output can begin at the left edge.
  mutating func clear() {
    if lastDrawn != nil { draw("") }
    lastDrawn = nil
  }

  /// Progress that cannot be shown is no reason to stop a training run.
  private func draw(_ line: String) {
    try? output.write("\r\(line)\u{1B}[K")
  }
}
