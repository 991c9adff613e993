import Testing

@testable import Terminal

@Suite struct ProgressBarTests {
  private let run = Progress(epoch: 12, epochs: 100, trainLoss: 0.5, validationLoss: 0.75)

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
    let style = Style(unicode: unicode, color: false)
    let line = run.line(elapsed: 24, width: width, style: style)
    #expect(line == expected)
  }

  @Test func withoutLosses() {
    let start = Progress(epoch: 0, epochs: 9).line(
      elapsed: 0, width: 30, style: Style(unicode: false, color: false))
    #expect(start == "epoch 0/9  ...................")
    let end = Progress(epoch: 9, epochs: 9, trainLoss: 1).line(
      elapsed: 5, width: 60, style: Style(unicode: false, color: false))
    #expect(end == "epoch 9/9  ##################  train 1.0000  0 s left       ")
  }

  @Test func partsOfAnEpochCount() {
    var run = Progress(epoch: 0, epochs: 2)
    run.share = 0.5
    let line = run.line(elapsed: 5, width: 60, style: Style(unicode: false, color: false))
    #expect(line == "epoch 0/2  ########........................  15 s left      ")
  }

  @Test func colorsOnlyTheBar() {
    let line = run.line(elapsed: 24, width: 80, style: Style(unicode: false, color: true))
    #expect(line.contains("\u{1B}[32m#\u{1B}[0m\u{1B}[2m..............\u{1B}[0m"))
    #expect(
      plain(line) == run.line(elapsed: 24, width: 80, style: Style(unicode: false, color: false)))
  }

  /// Whatever the state, the line keeps within the width.
  @Test func neverWiderThanTheTerminal() {
    let states = [
      run, Progress(epoch: 0, epochs: 0), Progress(epoch: 5, epochs: -3, trainLoss: .nan),
      Progress(epoch: 1, epochs: .max, trainLoss: 1e300, validationLoss: -.infinity),
      Progress(epoch: 200, epochs: 100, trainLoss: 12345.6),
    ]
    for state in states {
      for width in 1...200 {
        for style in [Style(unicode: true, color: true), Style(unicode: false, color: false)] {
          let line = plain(state.line(elapsed: 1e9, width: width, style: style))
          #expect(line.displayWidth <= width, "\(line)")
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
      var bar = ProgressBar(on: $0, capabilities: capabilities("xterm"), now: start)
      for step in 0...100 {  // every 10 ms for a second
        bar.show(Progress(epoch: step, epochs: 100), now: start + .milliseconds(10 * step))
      }
      bar.clear()
      bar.clear()
    }
    let lines = plain(text).split(separator: "\r")
    #expect(lines.count == 22)  // 21 drawings and one that clears
    #expect(lines.first?.hasPrefix("epoch   0/100  ....") == true)
    #expect(lines.dropLast().last == "epoch 100/100  ########  0 s left       \u{1B}[K")
    #expect(text.hasSuffix("\r\u{1B}[K"))
    #expect(!text.contains("\n"))
  }

  @Test func isSilentWhereItCannotRedraw() throws {
    let text = try written {
      var bar = ProgressBar(on: $0, capabilities: capabilities("dumb"))
      bar.show(run)
      bar.clear()
    }
    #expect(text == "")
  }
}
