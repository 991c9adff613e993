/// Colours that people with any colour vision can tell apart: six for lines and points, and one for
/// what stands behind the others. Some are darker or lighter than in the source, for contrast.
///
/// Source: M. Okabe, K. Ito, "Color Universal Design" (2008).
package enum Palette {
  package static let blue = PaletteColor(
    "blue", ("#0072b2", "#3d9ad9"), text: ("#0072b2", "#4aa3df"))
  package static let vermilion = PaletteColor(
    "vermilion", ("#d55e00", "#ee7326"), text: ("#bf5300", "#f0803a"))
  package static let green = PaletteColor(
    "green", ("#009e73", "#1fb88c"), text: ("#008060", "#1fb88c"))
  package static let purple = PaletteColor(
    "purple", ("#cc79a7", "#d88cb8"), text: ("#ab4880", "#d88cb8"))
  package static let orange = PaletteColor(
    "orange", ("#c28500", "#f0b030"), text: ("#936500", "#f0b030"))
  package static let sky = PaletteColor(
    "sky", ("#3a9bd8", "#a6dcff"), text: ("#1a77ad", "#a6dcff"))
  package static let grey = PaletteColor(
    "grey", ("#767676", "#8c8c8c"), text: ("#707070", "#9c9c9c"))

  /// Axes and writing, what they stand on, and lines that only guide the eye.
  static let ink = PaletteColor("ink", ("#222222", "#eeeeee"))
  static let paper = PaletteColor("paper", ("#ffffff", "#111111"))
  static let grid = PaletteColor("grid", ("#e2e2e2", "#333333"))

  /// What a class or a series is drawn in.
  static let series = [blue, vermilion, green, purple, orange, sky]
  static let all = series + [grey, ink, paper, grid]

  /// The colour of a class or a series, counted from 0; six, then again.
  package static func color(_ index: Int) -> PaletteColor { series[index % series.count] }
}
