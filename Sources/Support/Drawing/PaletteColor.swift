/// A colour of the palette, as it is on white and on nearly black paper.
///
/// Lines, points and areas have a contrast of 3:1 at least with the paper, text 4.5:1, as the Web
/// Content Accessibility Guidelines ask, level AA.
package struct PaletteColor: Sendable {
  /// What an element's class and the page's custom property are called after.
  let name: String
  /// As `#rrggbb`.
  let light, dark, lightText, darkText: String

  /// A colour; text is in `text`, or in the same.
  init(
    _ name: String, _ shades: (light: String, dark: String),
    text: (light: String, dark: String)? = nil
  ) {
    self.name = name
    (light, dark) = shades
    (lightText, darkText) = text ?? shades
  }
}
