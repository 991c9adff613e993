/// Shows a training run as it goes on: lines on standard output and, where there is a terminal, a
/// progress bar below them.
public struct TrainingMonitor {
  private let isQuiet: Bool
  private let showsLines: Bool
  private var bar = ProgressBar()

  /// Starts the clock that the time left is estimated by. A quiet monitor shows nothing.
  ///
  /// - Parameter linesBesideBar: whether there are lines on a terminal that has a bar, or only
  ///   where the output is kept or no bar can be drawn.
  public init(epochs: Int, quiet: Bool = false, linesBesideBar: Bool = true) {
    isQuiet = quiet
    showsLines =
      linesBesideBar || !(bar.isVisible && TerminalCapabilities(.standard).isTerminal)
    show(Progress(epoch: 0, epochs: epochs))
  }

  /// Moves the bar on.
  public mutating func show(_ progress: Progress) {
    if !isQuiet { bar.show(progress) }
  }

  /// Prints a line above the bar and moves the bar on. A run that has more to give than lines must
  /// not be lost to a reader that went away, so it ignores what is thrown.
  public mutating func show(_ progress: Progress, line: String) throws(OutputError) {
    defer { show(progress) }
    guard !isQuiet, showsLines else { return }
    bar.clear()
    try Output.standard.write(line + "\n")
  }

  /// Leaves a clean line for what follows.
  public mutating func end() { bar.clear() }
}
