/// The title of a plot, over all else, in as many lines as it takes.
struct PlotTitle {
  private static let leading = 22.0
  private let lines: [String]
  private let left: Double

  init(_ plot: Plot) {
    let room = plot.size.width - 2 * plot.size.margin
    let words = plot.showsTitle ? plot.title.split(separator: " ") : []
    let pieces = words.map { String($0).cut(to: room, size: PlotFrame.titleSize) }
    let widths = pieces.map { $0.width(size: PlotFrame.titleSize) }
    let space = " ".width(size: PlotFrame.titleSize)
    var lines: [String] = []
    for (piece, place) in zip(pieces, flow(widths, gap: space, room: room)) {
      if place.line == lines.count { lines.append(piece) } else { lines[place.line] += " \(piece)" }
    }
    (self.lines, left) = (lines, plot.size.margin)
  }

  var height: Double { Double(lines.count) * Self.leading }

  func draw(_ svg: inout SVG) {
    guard !lines.isEmpty else { return }
    svg.group(.text(Palette.ink, size: PlotFrame.titleSize), kind: "heading") { svg in
      for (index, line) in lines.enumerated() {
        svg.text(line, at: (left, 12 + Self.leading * Double(index + 1) - 4))
      }
    }
  }
}
