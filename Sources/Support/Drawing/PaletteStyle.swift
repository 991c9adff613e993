/// The palette as style sheets.
///
/// Elements of a drawing have a class, such as `blue`, or `blue-text` where they are text. It sets
/// `color`, and what they are painted with is `currentColor`: viewers that know no `var()` show
/// files in their colours too.
extension Palette {
  /// The style sheet that a page needs once, in which drawings are inlined: its Content-Security-
  /// Policy has to allow a `<style>` of its own, and nothing else for the drawings.
  ///
  /// It declares the custom properties `--plot-NAME` and `--plot-NAME-text` of `:root`, for NAME =
  /// `blue`, `vermilion`, `green`, `purple`, `orange`, `sky`, `grey`, `ink`, `paper` and `grid`, as
  /// `light-dark()`, so the page has to declare its `color-scheme`. Other rules of the page may use
  /// them, and a rule behind may declare one anew.
  package static var styleSheet: String {
    let properties = all.map { color in
      "  --plot-\(color.name): light-dark(\(color.light), \(color.dark));\n"
        + "  --plot-\(color.name)-text: light-dark(\(color.lightText), \(color.darkText));\n"
    }
    let rules = rules {
      "var(--plot-\($0.name))"
    } text: {
      "var(--plot-\($0.name)-text)"
    }
    let size = ".plot { display: block; width: 100%; height: auto; }\n"
    return ":root {\n" + properties.joined() + "}\n" + size + rules + forcedColors
  }

  /// The style sheet of a file that stands alone and follows the reader's setting.
  static var documentStyle: String {
    let light = rules {
      $0.light
    } text: {
      $0.lightText
    }
    let dark = rules {
      $0.dark
    } text: {
      $0.darkText
    }
    return light + "@media (prefers-color-scheme: dark) {\n" + dark + "}\n" + forcedColors
  }

  /// Where the reader chose all colours: one for all data, which dashes and shapes tell apart.
  private static var forcedColors: String {
    let rules = rules(system, text: system)
    return "@media (forced-colors: active) {\n.plot * { forced-color-adjust: none; }\n\(rules)}\n"
  }

  private static func system(_ color: PaletteColor) -> String {
    switch color.name {
    case paper.name: "Canvas"
    case grid.name: "color-mix(in srgb, CanvasText 25%, Canvas)"
    default: "CanvasText"
    }
  }

  private static func rules(
    _ shade: (PaletteColor) -> String, text: (PaletteColor) -> String
  ) -> String {
    all.map { color in
      ".plot .\(color.name) { color: \(shade(color)); }\n"
        + ".plot .\(color.name)-text { color: \(text(color)); }\n"
    }.joined()
  }
}
