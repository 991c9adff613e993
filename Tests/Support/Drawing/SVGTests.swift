import Foundation
import Testing

@testable import Drawing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Whether a text is well-formed XML.
func isWellFormed(_ text: String) -> Bool { XMLParser(data: Data(text.utf8)).parse() }

struct SVGTests {
  private let empty = SVG(width: 100, height: 50.5, title: "a < b", description: "\"c\" & d")

  @Test func drawsPlainShapes() {
    var svg = empty
    svg.group(.fill(Palette.blue, opacity: 0.5), kind: "points", series: "a & b") { svg in
      svg.circle((1, 2.004), radius: 3)
      svg.rectangle(x: 1, y: 2, width: 3, height: 4)
      svg.polygon([(0, 0), (1, 0), (0, 1)])
    }
    svg.group(.stroke(Palette.green, width: 2, dashes: [3, 1.5])) { svg in
      svg.polyline([(0, -0.001), (-1.256, 10)])
      svg.lines([((0, 1), (2, 3)), ((4, 5), (6, 7))])
    }
    let text = svg.document
    #expect(text.contains("width=\"100\" height=\"50.5\" viewBox=\"0 0 100 50.5\""))
    #expect(
      text.contains(
        "<g class=\"points blue\" data-series=\"a &amp; b\" fill=\"currentColor\" "
          + "fill-opacity=\"0.5\">\n<circle cx=\"1\" cy=\"2\" r=\"3\"/>\n<rect x=\"1\" y=\"2\" "))
    #expect(text.contains("<polygon points=\"0,0 1,0 0,1\"/>"))
    #expect(text.contains("stroke-width=\"2\" stroke-dasharray=\"3 1.5\""))
    #expect(text.contains("<polyline points=\"0,0 -1.26,10\"/>\n<path d=\"M0,1L2,3M4,5L6,7\"/>"))
    #expect(isWellFormed(text))
  }

  @Test func textIsEscaped() {
    var svg = empty
    svg.group(.text(Palette.ink, size: 12)) {
      $0.text("a < b & \"c\" > \u{1}λ\u{FFFF}", at: (1, 2), anchor: .end)
    }
    let text = svg.document
    #expect(text.contains(">a &lt; b &amp; &quot;c&quot; &gt; \u{FFFD}λ\u{FFFD}</text>"))
    #expect(text.contains("text-anchor=\"end\"") && text.contains("class=\"ink-text\""))
    #expect(isWellFormed(text))
  }

  /// What is said to who cannot see it; both are named by id.
  @Test func hasATitleAndADescription() {
    for (text, prefix) in [(empty.document, "plot"), (empty.element(idPrefix: "x"), "x")] {
      #expect(text.contains("role=\"img\""))
      #expect(text.contains("aria-labelledby=\"\(prefix)-title \(prefix)-description\""))
      #expect(text.contains("<title id=\"\(prefix)-title\">a &lt; b</title>"))
      #expect(text.contains("<desc id=\"\(prefix)-description\">&quot;c&quot; &amp; d</desc>"))
      #expect(isWellFormed(text))
    }
  }

  /// A strict policy of a page allows neither a style element nor a style attribute.
  @Test func anElementHasNoStyle() {
    let text = empty.element(idPrefix: "x")
    #expect(
      text.hasPrefix("<svg viewBox=\"0 0 100 50.5\" class=\"plot\"") && text.hasSuffix("</svg>"))
    for word in ["<?xml", "style", "width=\"100\" height=\"50.5\" view", "plot-title"] {
      #expect(!text.contains(word), "\(word)")
    }
    #expect(empty.document.hasPrefix("<?xml") && empty.document.contains("<style>"))
  }
}
