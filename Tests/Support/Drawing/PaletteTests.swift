import Foundation
import Testing

@testable import Drawing

/// The contrasts that the Web Content Accessibility Guidelines 2.2 ask for (1.4.3 and 1.4.11).
struct PaletteTests {
  @Test(arguments: Palette.series + [Palette.grey, Palette.ink])
  func everyColorCanBeTold(color: PaletteColor) {
    let paper = Palette.paper
    #expect(contrast(color.light, paper.light) >= 3, "\(color.name)")
    #expect(contrast(color.dark, paper.dark) >= 3, "\(color.name)")
    #expect(contrast(color.lightText, paper.light) >= 4.5, "\(color.name)")
    #expect(contrast(color.darkText, paper.dark) >= 4.5, "\(color.name)")
  }

  /// The guidelines' own examples.
  @Test func contrastIsThatOfTheGuidelines() {
    #expect(abs(contrast("#000000", "#ffffff") - 21) < 1e-9)
    #expect(contrast("#777777", "#777777") == 1)
    #expect(contrast("#777777", "#ffffff") < 4.5 && contrast("#767676", "#ffffff") > 4.5)
  }

  /// Lines that only guide the eye are fainter than all that shows data.
  @Test func gridLinesAreFaint() {
    for color in Palette.series {
      #expect(
        contrast(Palette.grid.light, Palette.paper.light) < contrast(color.light, "#ffffff") / 2)
      #expect(contrast(Palette.grid.dark, Palette.paper.dark) < contrast(color.dark, "#111111") / 2)
    }
  }

  @Test func colorsOfSeriesBeginAgain() {
    #expect(Set((0..<6).map { Palette.color($0).name }).count == 6)
    #expect(Palette.color(7).name == Palette.color(1).name)
  }

  /// A page's sheet knows each colour as a property and as a class, with both its shades.
  @Test(arguments: Palette.all)
  func thePageGetsEveryColor(color: PaletteColor) {
    let sheet = Palette.styleSheet
    let name = color.name
    #expect(sheet.contains("--plot-\(name): light-dark(\(color.light), \(color.dark));"))
    #expect(
      sheet.contains("--plot-\(name)-text: light-dark(\(color.lightText), \(color.darkText));"))
    #expect(sheet.contains(".plot .\(name) { color: var(--plot-\(name)); }"))
    #expect(sheet.contains(".plot .\(name)-text { color: var(--plot-\(name)-text); }"))
    let (light, dark) = halves(Palette.documentStyle)
    #expect(light.contains(".plot .\(name) { color: \(color.light); }"))
    #expect(dark.contains(".plot .\(name) { color: \(color.dark); }"))
    #expect(light.contains(".plot .\(name)-text { color: \(color.lightText); }"))
    #expect(dark.contains(".plot .\(name)-text { color: \(color.darkText); }"))
  }

  /// Before and in the rule for dark screens.
  private func halves(_ style: String) -> (String, String) {
    let parts = style.components(separatedBy: "@media (prefers-color-scheme: dark)")
    return (parts[0], parts.count == 2 ? parts[1] : "")
  }
}

private func contrast(_ a: String, _ b: String) -> Double {
  let (a, b) = (luminance(a), luminance(b))
  return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

/// The relative luminance of `#rrggbb`.
private func luminance(_ color: String) -> Double {
  let value = Int(color.dropFirst(), radix: 16) ?? 0
  let channels = [value >> 16, value >> 8 & 255, value & 255].map { channel in
    let share = Double(channel) / 255
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
  }
  return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
}
