import Terminal

/// A drawing in Scalable Vector Graphics, element by element; the origin is at the top left.
///
/// Only plain shapes and text in the reader's own fonts, so every viewer shows the same.
package struct SVG {
  /// How a text lies to its place.
  package enum Anchor: String, Sendable {
    case start, middle, end
  }

  /// The size of the drawing.
  package let width, height: Double
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
      "rect",
      [
        ("x", number(x)), ("y", number(y)), ("width", number(width)), ("height", number(height)),
        ("fill", fill), ("shape-rendering", "crispEdges"),
      ] + visibility(opacity))
  }

  /// A filled circle.
  package mutating func circle(
    _ center: (x: Double, y: Double), radius: Double, fill: String, opacity: Double = 1
  ) {
    add(
      "circle",
      [
        ("cx", number(center.x)), ("cy", number(center.y)), ("r", number(radius)), ("fill", fill),
      ] + visibility(opacity))
  }

  /// Straight lines from point to point.
  package mutating func polyline(
    _ points: [(x: Double, y: Double)], stroke: String, width: Double = 1
  ) {
    let places = points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
    add(
      "polyline",
      [
        ("points", places), ("fill", "none"), ("stroke", stroke), ("stroke-width", number(width)),
        ("stroke-linejoin", "round"),
      ])
  }

  /// A line of text; `turned` reads upwards.
  package mutating func text(
    _ text: String, at place: (x: Double, y: Double), anchor: Anchor = .start, size: Double = 14,
    turned: Bool = false
  ) {
    let turn = "rotate(-90 \(number(place.x)) \(number(place.y)))"
    add(
      "text",
      [
        ("x", number(place.x)), ("y", number(place.y)), ("text-anchor", anchor.rawValue),
        ("font-family", "sans-serif"), ("font-size", number(size)), ("fill", "#222222"),
      ] + (turned ? [("transform", turn)] : []), content: text)
  }

  /// The whole file.
  package var document: String {
    let size = "width=\"\(number(width))\" height=\"\(number(height))\""
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" \(size) viewBox="0 0 \(number(width)) \
      \(number(height))">
      \(body)</svg>

      """
  }

  private mutating func add(
    _ name: String, _ attributes: [(String, String)], content: String? = nil
  ) {
    let list = attributes.map { " \($0.0)=\"\(escaped($0.1))\"" }.joined()
    body += "<\(name)\(list)" + (content.map { ">\(escaped($0))</\(name)>" } ?? "/>") + "\n"
  }

  private func visibility(_ opacity: Double) -> [(String, String)] {
    opacity < 1 ? [("fill-opacity", number(opacity))] : []
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
