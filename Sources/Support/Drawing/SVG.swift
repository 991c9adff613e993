import Terminal

/// A drawing in Scalable Vector Graphics, element by element; the origin is at the top left.
///
/// Only plain shapes and text in the reader's own fonts, so every viewer shows the same.
package struct SVG {
  /// How a text lies to its place.
  package enum Anchor: String { case start, middle, end }

  private let width, height: Double
  private var body = ""

  /// An empty white drawing.
  package init(width: Double, height: Double) {
    (self.width, self.height) = (width, height)
    rectangle(x: 0, y: 0, width: width, height: height, fill: "#ffffff")
  }

  /// A filled rectangle; where two of them touch no seam shows.
  package mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, fill: String, opacity: Double = 1
  ) {
    add(
      "rect", ("x", number(x)), ("y", number(y)), ("width", number(width)),
      ("height", number(height)), ("fill", fill), ("shape-rendering", "crispEdges"),
      ("fill-opacity", opacity < 1 ? number(opacity) : nil))
  }

  /// A filled circle.
  package mutating func circle(
    _ center: (x: Double, y: Double), radius: Double, fill: String, opacity: Double = 1,
    stroke: String? = nil
  ) {
    add(
      "circle", ("cx", number(center.x)), ("cy", number(center.y)), ("r", number(radius)),
      ("fill", fill), ("fill-opacity", opacity < 1 ? number(opacity) : nil), ("stroke", stroke))
  }

  /// Straight lines from point to point.
  package mutating func polyline(
    _ points: [(x: Double, y: Double)], stroke: String, width: Double = 1
  ) {
    let places = points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
    add(
      "polyline", ("points", places), ("fill", "none"), ("stroke", stroke),
      ("stroke-width", number(width)), ("stroke-linejoin", "round"))
  }

  /// A line of text; `turned` reads upwards.
  package mutating func text(
    _ text: String, at place: (x: Double, y: Double), anchor: Anchor = .start, size: Double = 14,
    turned: Bool = false
  ) {
    let (x, y) = (number(place.x), number(place.y))
    add(
      "text", ("x", x), ("y", y), ("text-anchor", anchor.rawValue), ("font-family", "sans-serif"),
      ("font-size", number(size)), ("fill", "#222222"),
      ("transform", turned ? "rotate(-90 \(x) \(y))" : nil), content: text)
  }

  /// The whole file.
  package var document: String {
    let (width, height) = (number(width), number(height))
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)">
      \(body)</svg>

      """
  }

  /// An element; attributes without a value are left out.
  private mutating func add(
    _ name: String, _ attributes: (name: String, value: String?)..., content: String? = nil
  ) {
    let list = attributes.map { name, value in
      value.map { " \(name)=\"\(escaped($0))\"" } ?? ""
    }.joined()
    body += "<\(name)\(list)" + (content.map { ">\(escaped($0))</\(name)>" } ?? "/>") + "\n"
  }

  /// In hundredths of a pixel, finer than what is seen, without zeros at the end.
  private func number(_ value: Double) -> String {
    let text = fixed(value, 2)
    guard text.hasSuffix("0") else { return text }
    let short = text.hasSuffix(".00") ? text.dropLast(3) : text.dropLast()
    return short == "-0" ? "0" : String(short)
  }
}

/// Text for XML: without the characters that mean something there, or are not allowed at all.
private func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "\t", "\n", "\r", " "..."\u{7E}", "\u{A0}"..."\u{D7FF}", "\u{E000}"..."\u{FFFD}",
      "\u{10000}"..."\u{10FFFF}":
      result.unicodeScalars.append(scalar)
    default: result += "\u{FFFD}"
    }
  }
  return result
}
