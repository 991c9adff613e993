import Testing

@testable import Terminal

@Suite struct TrainingMonitorTests {
  private let run = progress(12, of: 100, trainLoss: 0.5, validationLoss: 0.75)

  /// The line of a terminal in which it may take `width` columns: three stay free for a `^C`.
  private func line(
    _ run: Progress, elapsed: Double, width: Int, unicode: Bool = false, color: Bool = false
  ) -> String {
    run.line(elapsed: elapsed, on: terminal(width + 3, unicode: unicode, color: color))
  }

  /// 24 s for 12 epochs: 88 epochs take 176 s. 12 % of a bar are done.
  @Test(arguments: [
    (20, false, " 12/100  0.5000"),
    (30, false, " 12/100  0.5000  0.7500"),
    (40, true, " 12/100  0.5000  0.7500  2 min 56 s"),
    (80, false, "epoch  12/100  #..............  train 0.5000  validation 0.7500  2 min 56 s left"),
    (80, true, "epoch  12/100  ━──────────────  train 0.5000  validation 0.7500  2 min 56 s left"),
    (
      200, false,
      "epoch  12/100  ####....................................  "
        + "train 0.5000  validation 0.7500  2 min 56 s left"
    ),
  ]) func line(width: Int, unicode: Bool, expected: String) {
    #expect(line(run, elapsed: 24, width: width, unicode: unicode) == expected)
  }

  @Test func withoutLosses() {
    let start = line(progress(0, of: 9), elapsed: 0, width: 30)
    #expect(start == "epoch 0/9  ...................")
    let end = line(progress(9, of: 9, trainLoss: 1), elapsed: 5, width: 60)
    #expect(end == "epoch 9/9  ##################  train 1.0000  0 s left       ")
  }

  @Test func partsOfAnEpochCount() {
    var run = Progress(epochs: 2)
    run.share = 0.5
    let line = line(run, elapsed: 5, width: 60)
    #expect(line == "epoch 0/2  ########........................  15 s left      ")
  }

  @Test func colorsOnlyTheBar() {
    let colored = line(run, elapsed: 24, width: 80, color: true)
    #expect(colored.contains("\u{1B}[32m#\u{1B}[0m\u{1B}[2m..............\u{1B}[0m"))
    #expect(plain(colored) == line(run, elapsed: 24, width: 80))
  }

  /// Whatever the state, the line keeps within the width.
  @Test func neverWiderThanTheTerminal() {
    let states = [
      run, progress(0, of: 0), progress(5, of: -3, trainLoss: .nan),
      progress(1, of: .max, trainLoss: 1e300, validationLoss: -.infinity),
      progress(200, of: 100, trainLoss: 12345.6),
    ]
    for state in states {
      for width in -2...200 {
        for fancy in [false, true] {
          let line = line(state, elapsed: 1e9, width: width, unicode: fancy, color: fancy)
          #expect(plain(line).displayWidth <= max(0, width), "\(line)")
        }
      }
    }
  }

  private func capabilities(_ term: String) -> TerminalCapabilities {
    TerminalCapabilities(isTerminal: true, windowWidth: 43, environment: ["TERM": term])
  }

  @Test func redrawsInPlaceTwentyTimesASecond() throws {
    let start = ContinuousClock.now
    let text = try written {
      var monitor = TrainingMonitor(
        epochs: 100, on: $0, terminal: capabilities("xterm"), now: start)
      for step in 1...100 {  // every 10 ms for a second
        monitor.progress.epoch = step
        monitor.show(now: start + .milliseconds(10 * step))
      }
      monitor.clear()
      monitor.clear()
    }
    let lines = plain(text).split(separator: "\r")
    #expect(lines.count == 22)  // 21 drawings and one that clears
    #expect(lines.first?.hasPrefix("epoch   0/100  ....") == true)
    #expect(lines.dropLast().last == "epoch 100/100  ########  0 s left       \u{1B}[K")
    #expect(text.hasSuffix("\r\u{1B}[K"))
    #expect(!text.contains("\n"))
  }

  @Test(arguments: [("dumb", false), ("xterm", true)])
  func isSilentWhereItCannotRedrawOrShallBeQuiet(term: String, quiet: Bool) throws {
    let text = try written {
      var monitor = TrainingMonitor(
        epochs: 100, quiet: quiet, on: $0, terminal: capabilities(term))
      monitor.show()
      monitor.clear()
    }
    #expect(text == "")
  }
}

private func progress(
  _ epoch: Int, of epochs: Int, trainLoss: Double? = nil, validationLoss: Double? = nil
) -> Progress {
  var progress = Progress(epochs: epochs)
  progress.epoch = epoch
  (progress.trainLoss, progress.validationLoss) = (trainLoss, validationLoss)
  return progress
}
