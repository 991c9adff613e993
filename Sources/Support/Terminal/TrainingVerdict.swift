import CLibrary

/// What went wrong in a training run that ended without an error: everything is read as one class,
/// or the loss is worse than at the beginning, or than guessing.
package struct TrainingVerdict: Equatable {
  /// What was seen, and what to try: one line.
  package let text: String

  private init(text: String) { self.text = text }

  /// The verdict on a loss, or nil where nothing is to be said.
  ///
  /// - Parameters:
  ///   - losses: the mean training loss of each epoch.
  ///   - untrained: the loss before the first step, where it is known.
  ///   - classes: K, where the loss is a cross-entropy: guessing gives log K. First weights may do
  ///     somewhat worse, and one epoch from them is no failure yet: only 1.5 log K is one.
  ///   - option: the option that sets the step.
  package init?(
    losses: [Double], untrained: Double? = nil, classes: Int? = nil,
    option: String = "--learning-rate"
  ) {
    guard let first = losses.first, let last = losses.last else { return nil }
    let guessing = classes.map { log(Double($0)) } ?? .infinity
    let better: String
    if last > 1.5 * guessing {
      better = "where guessing gives \(lossText(guessing))"
    } else if let untrained, last > untrained {
      better = "after \(lossText(untrained)) before the first step"
    } else if last > first {
      better = "after \(lossText(first)) in the first epoch"
    } else {
      return nil
    }
    text = "the training loss ended at \(lossText(last)), \(better); try a smaller \(option)"
  }

  /// The verdict on a classifier: that it knows only one class, and what its loss says.
  ///
  /// - Parameters:
  ///   - losses: the mean cross-entropy of each epoch.
  ///   - confusions: `confusions[t][p]` examples of class t were taken for class p.
  package init?(losses: [Double], confusions: [[Int]], names: [String]) {
    let classes = confusions.count { $0.contains { $0 > 0 } }
    let told = names.indices.filter { label in confusions.contains { $0[label] > 0 } }
    guard !losses.isEmpty, classes > 1, told.count == 1 else {
      self.init(losses: losses, classes: names.count)
      return
    }
    let loss =
      TrainingVerdict(losses: losses, classes: names.count)?.text
      ?? "try another --learning-rate or more --epochs"
    let name = names[told[0]].printable
    self.init(
      text: "every example of the validation set is taken for "
        + "\(name.displayWidth <= 60 ? name : name.fitting(57) + "..."); \(loss)")
  }

  /// Says it on standard error, on behalf of a program.
  package func warn(_ program: String) throws(OutputError) {
    try Output.standardError.write("\(program): warning: \(text)\n")
  }
}
