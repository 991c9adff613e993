import Drawing
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Whether a text is well-formed XML.
func isWellFormed(_ text: String) -> Bool { XMLParser(data: Data(text.utf8)).parse() }

struct SVGTests {
  @Test func drawsPlainShapes() {
    var svg = SVG(width: 100, height: 50.5)
    svg.circle((1, 2.004), radius: 3, fill: "#123456", opacity: 0.5)
    svg.polyline([(0, -0.001), (-1.256, 10)], stroke: "#000000", width: 2)
    svg.rectangle(x: 1, y: 2, width: 3, height: 4, fill: "#ffffff")
    #expect(svg.document.contains("width=\"100\" height=\"50.5\" viewBox=\"0 0 100 50.5\""))
    #expect(
      svg.document.contains(
        "<circle cx=\"1\" cy=\"2\" r=\"3\" fill=\"#123456\" fill-opacity=\"0.5\"/>"))
    #expect(svg.document.contains("points=\"0,0 -1.26,10\""))
    #expect(svg.document.contains("<rect x=\"1\" y=\"2\" width=\"3\" height=\"4\""))
    #expect(isWellFormed(svg.document))
  }

  @Test func textIsEscaped() {
    var svg = SVG(width: 10, height: 10)
    svg.text("a < b & \"c\" > \u{1}λ\u{FFFF}", at: (1, 2), anchor: .end, turned: true)
    #expect(svg.document.contains(">a &lt; b &amp; &quot;c&quot; &gt; \u{FFFD}λ\u{FFFD}</text>"))
    #expect(svg.document.contains("text-anchor=\"end\""))
    #expect(svg.document.contains("rotate(-90 1 2)"))
    #expect(isWellFormed(svg.document))
  }
}
