/// A point of a plot that has a ring and a name.
struct PlotMark {
  private static let size = 13.0

  let name: String
  let point: Plot.Point

  /// Draws the ring and writes the name.
  /// - Parameter taken: rectangles that names have; that of this name is added.
  func draw(_ svg: inout SVG, in frame: PlotFrame, _ lines: [SVG.Place], _ taken: inout [Box]) {
    let place = frame.place(point)
    svg.group(.stroke(Palette.paper, width: 4)) { $0.circle(place, radius: 5) }
    svg.group(.stroke(Palette.ink, width: 1.5), kind: "mark", series: name) {
      $0.circle(place, radius: 5)
    }
    let text = name.cut(to: frame.right - frame.left, size: Self.size)
    let box = bestBox(around: place, width: text.width(size: Self.size), frame, lines, taken)
    taken.append(box)
    let baseline = (box.middle, box.top + Self.size)
    for paint in [Paint.seam(size: Self.size), .text(Palette.ink, size: Self.size)] {
      svg.group(paint) { $0.text(text, at: baseline, anchor: .middle) }
    }
  }

  /// Of the places above, below and beside the ring the one where the least is covered.
  private func bestBox(
    around place: SVG.Place, width: Double, _ frame: PlotFrame, _ lines: [SVG.Place],
    _ taken: [Box]
  ) -> Box {
    let height = Self.size + 4
    let near = [
      (-width / 2, 9), (-width / 2, -9 - height), (9, 9), (9, -9 - height), (-9 - width, 9),
      (-9 - width, -9 - height), (11, -height / 2), (-11 - width, -height / 2),
    ]
    let boxes = near.map { x, y in
      Box(left: place.x + x, top: place.y + y, width: width, height: height).moved(into: frame)
    }
    func covered(_ box: Box) -> Int {
      let names = taken.count { $0.meets(box) } + (box.holds(place) ? 1 : 0)
      return 1000 * names + lines.count(where: box.holds)
    }
    return boxes.min { covered($0) < covered($1) } ?? boxes[0]
  }
}
