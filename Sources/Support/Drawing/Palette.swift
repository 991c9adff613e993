/// Colours that people with any colour vision can tell apart: three for lines and points, and one
/// for what stands behind the others.
///
/// Source: M. Okabe, K. Ito, "Color Universal Design" (2008).
package enum Palette {
  package static let blue = "#0072b2"
  package static let orange = "#d55e00"
  package static let green = "#009e73"
  package static let grey = "#888888"

  /// The colour of a class or a series, counted from 0; six, then again.
  package static func color(_ index: Int) -> String {
    let colors = [blue, orange, green, "#cc79a7", "#e69f00", "#56b4e9"]
    return colors[index % colors.count]
  }
}
