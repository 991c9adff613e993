/// How far a training run is.
public struct Progress: Sendable {
  /// Epochs done.
  public var epoch: Int
  /// Epochs in all.
  public var epochs: Int
  /// The share of the next epoch that is done.
  public var share = 0.0
  /// The mean loss on the training set after the last epoch; nil before the first is done.
  public var trainLoss: Double?
  /// The mean loss on the validation set after the last epoch, if there is one.
  public var validationLoss: Double?

  /// Describes a run after `epoch` of `epochs`.
  public init(epoch: Int, epochs: Int, trainLoss: Double? = nil, validationLoss: Double? = nil) {
    self.epoch = epoch
    self.epochs = epochs
    self.trainLoss = trainLoss
    self.validationLoss = validationLoss
  }

  /// One line of at most `width` columns: epoch, bar, losses and time left. A narrow terminal
  /// loses the words first, then the fields from the right.
  ///
  /// - Parameter elapsed: seconds since the start, from which the time left is estimated.
  public func line(elapsed: Double, width: Int, style: Style) -> String {
    let epochs = "\(self.epochs)"
    let count = "\(epoch)".padded(epochs.count, right: true) + "/" + epochs
    let left = done > 0 ? durationText(elapsed / done * (Double(self.epochs) - done)) : nil
    let train = trainLoss.map { lossText($0) }
    let validation = validationLoss.map { lossText($0) }
    let long = [
      "epoch \(count)", train.map { "train \($0)" }, validation.map { "validation \($0)" },
      left.map { "\($0) left".padded(15) },  // so that the bar keeps its length
    ].compactMap { $0 }
    var fields = long
    if joined(fields).displayWidth > width {
      fields = [count, train, validation, left].compactMap { $0 }
      while fields.count > 1, joined(fields).displayWidth > width { fields.removeLast() }
    }
    let room = min(40, width - joined(fields).displayWidth - 2)
    if room >= 6 { fields.insert(bar(room, style), at: 1) }
    return room >= 6 ? joined(fields) : joined(fields).fitting(width)
  }

  /// Epochs done, the parts of the next one included.
  private var done: Double { Double(epoch) + share }

  private func joined(_ fields: [String]) -> String { fields.joined(separator: "  ") }

  private func bar(_ columns: Int, _ style: Style) -> String {
    let full = Int(Double(columns) * min(max(0, done / Double(max(1, epochs))), 1))
    let (filled, open) = style.unicode ? ("━", "─") : ("#", ".")
    return style.paint(String(repeating: filled, count: full), .green)
      + style.paint(String(repeating: open, count: columns - full), .faint)
  }
}
