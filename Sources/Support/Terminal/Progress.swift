/// How far a training run is.
package struct Progress {
  /// Epochs done.
  package var epoch = 0
  /// Epochs in all.
  let epochs: Int
  /// The share of the next epoch that is done.
  package var share = 0.0
  /// The mean losses after the last epoch; nil where there are none.
  var trainLoss, validationLoss: Double?

  init(epochs: Int) { self.epochs = epochs }

  /// One line of a terminal: epoch, bar, losses and time left. A narrow terminal loses the words
  /// first, then the fields from the right.
  ///
  /// - Parameter elapsed: seconds since the start, from which the time left is estimated.
  func line(elapsed: Double, on terminal: TerminalCapabilities) -> String {
    // Room for the "^C" that a terminal shows when the run is interrupted: the line must not wrap.
    let width = terminal.width - 3
    let left = done > 0 ? durationText(elapsed / done * (Double(self.epochs) - done)) : nil
    let train = trainLoss.map { lossText($0) }
    let validation = validationLoss.map { lossText($0) }
    var fields = [
      "epoch \(count)", train.map { "train \($0)" }, validation.map { "validation \($0)" },
      left.map { "\($0) left".padded(15) },  // so that the bar keeps its length
    ].compactMap { $0 }
    if joined(fields).displayWidth > width {
      fields = [count, train, validation, left].compactMap { $0 }
      while fields.count > 1, joined(fields).displayWidth > width { fields.removeLast() }
    }
    let room = min(40, width - joined(fields).displayWidth - 2)
    if room >= 6 { fields.insert(bar(room, terminal), at: 1) }
    return room >= 6 ? joined(fields) : joined(fields).fitting(width)
  }

  /// The epochs done, of how many: ` 7/100`.
  var count: String {
    let epochs = "\(self.epochs)"
    return "\(epoch)".padded(epochs.count, right: true) + "/" + epochs
  }

  /// Epochs done, the parts of the next one included.
  private var done: Double { Double(epoch) + share }

  private func joined(_ fields: [String]) -> String { fields.joined(separator: "  ") }

  private func bar(_ columns: Int, _ terminal: TerminalCapabilities) -> String {
    let full = Int(Double(columns) * min(max(0, done / Double(max(1, epochs))), 1))
    let (filled, open) = terminal.usesUnicode ? ("━", "─") : ("#", ".")
    return terminal.paint(String(repeating: filled, count: full), .green)
      + terminal.paint(String(repeating: open, count: columns - full), .faint)
  }
}
