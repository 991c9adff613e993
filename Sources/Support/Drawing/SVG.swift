import Formats
import Terminal

/// A drawing in Scalable Vector Graphics, group by group; the origin is at the top left.
///
/// Only plain shapes and text in the reader's own fonts, so every viewer shows the same. A group has
/// the paint of its elements.
package struct SVG {
  /// A place in the drawing.
  package typealias Place = (x: Double, y: Double)

  /// How a text lies to its place.
  package enum Anchor: String { case start, middle, end }

  let width, height: Double
  /// What it shows, and the same in words.
  let title, description: String
  /// What a page's program has to know of it, as `data-NAME`.
  var data: [(name: String, value: String)] = []
  private(set) var body = ""

  /// An empty drawing on paper.
  package init(width: Double, height: Double, title: String, description: String) {
    (self.width, self.height) = (width, height)
    (self.title, self.description) = (title, description)
    group(.fill(Palette.paper)) {
      $0.rectangle(x: 0, y: 0, width: width, height: height)
    }
  }

  /// What `draw` draws, in one paint.
  /// - Parameters:
  ///   - kind: a class for style sheets and programs.
  ///   - series: the name of the data, if the group shows any.
  package mutating func group(
    _ paint: Paint, kind: String = "", series: String? = nil, _ draw: (inout SVG) throws -> Void
  ) rethrows {
    let classes = kind.isEmpty ? paint.className : "\(kind) \(paint.className)"
    body += tag("g", [("class", classes), ("data-series", series)] + paint.attributes) + ">\n"
    try draw(&self)
    body += "</g>\n"
  }

  /// A rectangle; where two of them touch no seam shows.
  package mutating func rectangle(x: Double, y: Double, width: Double, height: Double) {
    add(
      "rect", ("x", number(x)), ("y", number(y)), ("width", number(width)),
      ("height", number(height)), ("shape-rendering", "crispEdges"))
  }

  package mutating func circle(_ center: Place, radius: Double) {
    add("circle", ("cx", number(center.x)), ("cy", number(center.y)), ("r", number(radius)))
  }

  /// Straight lines from point to point.
  package mutating func polyline(_ points: [Place]) { add("polyline", ("points", list(points))) }

  /// Straight lines from point to point and back to the first.
  package mutating func polygon(_ points: [Place]) { add("polygon", ("points", list(points))) }

  /// Straight lines, each by itself.
  package mutating func lines(_ lines: [(from: Place, to: Place)]) {
    let pieces = lines.map { "M\(list([$0.from]))L\(list([$0.to]))" }
    add("path", ("d", pieces.joined()))
  }

  /// A line of text.
  package mutating func text(_ text: String, at place: Place, anchor: Anchor = .start) {
    add(
      "text", ("x", number(place.x)), ("y", number(place.y)),
      ("text-anchor", anchor == .start ? nil : anchor.rawValue), content: text)
  }

  private mutating func add(
    _ name: String, _ attributes: (name: String, value: String?)..., content: String? = nil
  ) {
    body +=
      tag(name, attributes) + (content.map { ">\(escapedMarkup($0))</\(name)>" } ?? "/>") + "\n"
  }

  private func list(_ points: [Place]) -> String {
    points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
  }
}

/// In hundredths of a pixel, finer than what is seen, without zeros at the end.
func number(_ value: Double) -> String {
  let text = fixed(value, 2)
  guard text.hasSuffix("0") else { return text }
  let short = text.hasSuffix(".00") ? text.dropLast(3) : text.dropLast()
  return short == "-0" ? "0" : String(short)
}
