/// The axes of a plot: thin lines across at the numbers of the vertical one, and ticks at those of the
/// horizontal one.
struct PlotAxes {
  let frame: PlotFrame
  let xLabel, yLabel: String

  /// Lies behind the data.
  func drawGrid(_ svg: inout SVG) {
    svg.group(.stroke(Palette.grid), kind: "lines") { svg in
      svg.lines(
        frame.y.ticks.map { tick in
          let y = frame.place((frame.x.low, tick)).y
          return ((frame.left, y), (frame.right, y))
        })
    }
  }

  func draw(_ svg: inout SVG) {
    let bottom = frame.bottom
    let places = frame.x.ticks.map { frame.place(($0, frame.y.low)).x }
    svg.group(.stroke(Palette.ink), kind: "axis") { svg in
      svg.lines(
        [((frame.left, bottom), (frame.right, bottom))]
          + places.map { (($0, bottom), ($0, bottom + 5)) })
    }
    svg.group(.text(Palette.ink, size: PlotFrame.tickSize), kind: "numbers") { svg in
      for (text, x) in zip(frame.x.printedTicks, places) {
        svg.text(text, at: (x, bottom + 19), anchor: .middle)
      }
      for (text, tick) in zip(frame.y.printedTicks, frame.y.ticks) {
        let y = frame.place((frame.x.low, tick)).y
        svg.text(text, at: (frame.left - 9, y + 4), anchor: .end)
      }
    }
    drawLabels(&svg)
  }

  /// The vertical axis is named over it, where its name can be read without turning the head.
  private func drawLabels(_ svg: inout SVG) {
    let size = PlotFrame.labelSize
    let room = frame.width - 2 * frame.margin
    // Around the middle of the area there is less room at the side that is nearer.
    let middle = (frame.left + frame.right) / 2
    let half = min(middle, frame.width - middle) - frame.margin
    svg.group(.text(Palette.ink, size: size), kind: "labels") { svg in
      svg.text(yLabel.cut(to: room, size: size), at: (frame.margin, frame.top - 12))
      svg.text(
        xLabel.cut(to: 2 * half, size: size), at: (middle, frame.bottom + 42), anchor: .middle)
    }
  }
}
