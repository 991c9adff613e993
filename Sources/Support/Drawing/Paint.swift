/// What a group of elements is painted with.
package struct Paint {
  /// The class that sets `color`.
  let className: String
  let attributes: [(name: String, value: String?)]

  /// Areas; all of them let through what is behind, where `opacity` is below 1.
  package static func fill(_ color: PaletteColor, opacity: Double = 1) -> Paint {
    Paint(
      className: color.name,
      attributes: [
        ("fill", "currentColor"), ("fill-opacity", opacity < 1 ? number(opacity) : nil),
      ])
  }

  /// Lines.
  /// - Parameter dashes: the lengths of dashes and gaps in turn; a line without is solid.
  package static func stroke(
    _ color: PaletteColor, width: Double = 1, dashes: [Double] = []
  ) -> Paint {
    let dashes = dashes.isEmpty ? nil : dashes.map(number).joined(separator: " ")
    return Paint(
      className: color.name,
      attributes: [
        ("fill", "none"), ("stroke", "currentColor"), ("stroke-width", number(width)),
        ("stroke-dasharray", dashes), ("stroke-linejoin", "round"),
      ])
  }

  /// Text of a size in pixels.
  package static func text(_ color: PaletteColor, size: Double) -> Paint {
    Paint(
      className: "\(color.name)-text",
      attributes: [("fill", "currentColor"), ("font-size", number(size))])
  }

  /// A seam around text of a size, so that it can be read over lines.
  static func seam(size: Double) -> Paint {
    let line = stroke(Palette.paper, width: 4)
    return Paint(
      className: line.className, attributes: line.attributes + [("font-size", number(size))])
  }
}
