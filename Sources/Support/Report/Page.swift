import Formats

/// A part of a page: a heading and what is below it.
package struct Section {
  /// What links and scripts call it.
  let id: String
  let heading: String
  let body: HTML
  /// Its part of the style sheet.
  let style: String
  /// The files of the page that bring it to life.
  let scripts: [String]

  /// - Parameter drawings: the style sheet of the drawings in the part; that of the file `styles` comes
  ///   behind it.
  package init(
    _ id: String, _ heading: String, drawings: String = "", styles: [String] = [],
    scripts: [String] = [], _ body: HTML
  ) {
    (self.id, self.heading, self.body, self.scripts) = (id, heading, body, scripts)
    style = drawings + styles.map { PageFile($0).text }.joined()
  }

  /// A part that is files of the page: `ID.html`, `ID.css` and `ID.js`, after `scripts` that it needs.
  package init(_ id: String, _ heading: String, scripts: [String] = []) {
    self.init(
      id, heading, styles: ["\(id).css"], scripts: scripts + ["\(id).js"],
      HTML(trusted: PageFile("\(id).html").text))
  }

  fileprivate var html: HTML {
    let headingID = "\(id)-heading"
    return .element(
      "section", ["id": id, "aria-labelledby": headingID],
      [.element("h2", ["id": headingID], heading), body])
  }
}

/// A page in one file: it asks for nothing, and its policy lets in nothing from outside. Without
/// JavaScript the parts that are written here can be read; the others say that they need it.
package struct Page {
  private let title: String
  private let sections: [Section]
  private let data: JSON?
  private let scripts: [String]

  /// - Parameters:
  ///   - data: what the scripts read, as `Data.report`; nil for a page that is there as it is written.
  ///   - libraries: files of the page that scripts of sections need.
  package init(_ title: String, _ sections: [Section], data: JSON? = nil, libraries: [String] = [])
  {
    (self.title, self.sections, self.data) = (title, sections, data)
    let readers = data == nil ? [] : ["data.js", "work.js"]
    let shared = ["parts.js"] + libraries + readers + ["draw.js", "theme.js"]
    scripts = shared + sections.flatMap(\.scripts) + ["main.js"]
  }

  /// The file.
  package var text: String {
    let style = PageFile("page.css").text + sections.map(\.style).joined()
    let sources = scripts.map { "\n" + PageFile($0).text }
    let policy =
      "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; "
      + "style-src \(source(style)); script-src \(sources.map(source).joined(separator: " "))"
    let links = sections.map {
      HTML.element("li", [:], [.element("a", ["href": "#\($0.id)"], $0.heading)])
    }
    return PageFile("page.html").filled([
      "policy": policy, "title": HTML.text(title).source, "style": style,
      "contents": HTML.list(links).source,
      "sections": HTML.list(sections.map(\.html)).source,
      "data": data.map {
        #"<script type="application/json" id="data">\#($0.text.escapedForScript)</script>"#
      } ?? "",
      "scripts": sources.map { "<script>\($0)</script>" }.joined(separator: "\n"),
    ])
  }

  /// How a policy allows one script or style sheet: by its sum.
  private func source(_ text: String) -> String {
    "'sha256-\(base64(SHA256(of: Array(text.utf8)).bytes))'"
  }
}

extension String {
  /// JSON that can stand in a script element: without `<`, which could end it, and without the two
  /// ends of lines that JavaScript knows and JSON does not.
  fileprivate var escapedForScript: String {
    if !hasByte(where: { $0 == UInt8(ascii: "<") || $0 == 0xE2 }) { return self }
    let bytes = Array(utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (k, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "<") {
        result += #"\u003c"#.utf8
      } else if byte & 0xFE == 0xA8, k >= 2, bytes[k - 2] == 0xE2, bytes[k - 1] == 0x80 {
        // In UTF-8, U+2028 is E2 80 A8.
        result.removeLast(2)
        result += (byte == 0xA8 ? #"\u2028"# : #"\u2029"#).utf8
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
