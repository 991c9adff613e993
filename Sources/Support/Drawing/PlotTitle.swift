/// The title of a plot, over all else, in as many lines as it takes.
struct PlotTitle {
  private static let leading = 22.0
  private let lines: [String]

  init(_ plot: Plot) {
    let room = PlotFrame.width - 2 * PlotFrame.margin
    let words = plot.showsTitle ? plot.title.split(separator: " ") : []
    let pieces = words.map { String($0).cut(to: room, size: PlotFrame.titleSize) }
    let widths = pieces.map { $0.width(size: PlotFrame.titleSize) }
    let space = " ".width(size: PlotFrame.titleSize)
    var lines: [String] = []
    for (piece, place) in zip(pieces, flow(widths, gap: space, room: room)) {
      if place.line == lines.count { lines.append(piece) } else { lines[place.line] += " \(piece)" }
    }
    self.lines = lines
  }

  var height: Double { Double(lines.count) * Self.leading }

  func draw(_ svg: inout SVG) {
    guard !lines.isEmpty else { return }
    svg.group(.text(Palette.ink, size: PlotFrame.titleSize), kind: "heading") { svg in
      for (index, line) in lines.enumerated() {
        svg.text(line, at: (PlotFrame.margin, 12 + Self.leading * Double(index + 1) - 4))
      }
    }
  }
}
