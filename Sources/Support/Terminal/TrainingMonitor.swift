/// Shows a training run as it goes on: lines on standard output and, where there is a terminal, a
/// progress bar below them on standard error, drawn again in place.
package struct TrainingMonitor {
  /// What is shown next.
  package var progress: Progress
  private let output: Output
  private let terminal: TerminalCapabilities
  private let showsLines, showsBar: Bool
  private let start: ContinuousClock.Instant
  private var lastDrawn: ContinuousClock.Instant?

  /// Starts the clock that the time left is estimated by. A quiet monitor shows nothing.
  ///
  /// - Parameter linesBesideBar: whether there are lines on a terminal that has a bar, or only
  ///   where the output is kept or no bar can be drawn.
  package init(
    epochs: Int, quiet: Bool = false, linesBesideBar: Bool = true,
    on output: Output = .standardError, terminal: TerminalCapabilities? = nil,
    now: ContinuousClock.Instant = .now
  ) {
    progress = Progress(epochs: epochs)
    self.output = output
    self.terminal = terminal ?? TerminalCapabilities(output)
    showsBar = !quiet && self.terminal.movesCursor
    showsLines =
      !quiet && (linesBesideBar || !showsBar || !TerminalCapabilities(.standard).isTerminal)
    start = now
    show(now: now)
  }

  /// Draws the bar, at most 20 times a second.
  package mutating func show(now: ContinuousClock.Instant = .now) {
    if let lastDrawn, now < lastDrawn + .milliseconds(50) { return }
    guard showsBar else { return }
    lastDrawn = now
    draw(progress.line(elapsed: (now - start) / Duration.seconds(1), on: terminal))
  }

  /// Prints what is said of an epoch above the bar, as `epoch  7/100  train 0.52  validation 0.61`,
  /// and draws the bar. A run that has more to give than lines must not be lost to a reader that
  /// went away, so it ignores what is thrown.
  package mutating func show(
    epoch: Int, trainLoss: Double, validationLoss: Double? = nil,
    _ values: KeyValuePairs<String, String>
  ) throws(OutputError) {
    progress.epoch = epoch
    progress.share = 0
    (progress.trainLoss, progress.validationLoss) = (trainLoss, validationLoss)
    defer { show() }
    guard showsLines else { return }
    clear()
    let line = [progress.count] + values.map { $0.isEmpty ? $1 : "\($0) \($1)" }
    try Output.standard.write("epoch " + line.joined(separator: "  ") + "\n")
  }

  /// Removes the bar, so that other output can begin at the left edge.
  package mutating func clear() {
    if lastDrawn != nil { draw("") }
    lastDrawn = nil
  }

  /// Progress that cannot be shown is no reason to stop a training run.
  private func draw(_ line: String) {
    try? output.write("\r\(line)\u{1B}[K")
  }
}
