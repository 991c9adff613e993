import Formats

extension SVG {
  /// The whole file, which stands alone: light or dark as its reader has set.
  package var document: String {
    let size = [("width", number(width)), ("height", number(height))]
    let style = "<style>\n\(Palette.documentStyle)</style>\n"
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      \(root([("xmlns", "http://www.w3.org/2000/svg")] + size, idPrefix: "plot", style))

      """
  }

  /// The drawing as an element of a page, as wide as its container.
  ///
  /// It has no style of its own: the page has to have `Palette.styleSheet`, once. It can be read
  /// as HTML and as XML.
  /// - Parameter idPrefix: another one for each drawing of the page; its ids begin with it.
  package func element(idPrefix: String) -> String { root([], idPrefix: idPrefix, "") }

  private func root(
    _ attributes: [(name: String, value: String?)], idPrefix: String, _ style: String
  ) -> String {
    let (titleID, descriptionID) = ("\(idPrefix)-title", "\(idPrefix)-description")
    let start = tag(
      "svg",
      attributes + [
        ("viewBox", "0 0 \(number(width)) \(number(height))"), ("class", "plot"),
        ("font-family", "sans-serif"), ("role", "img"),
        ("aria-labelledby", "\(titleID) \(descriptionID)"),
      ] + data.map { ("data-\($0.name)", $0.value) })
    return start + ">\n" + tag("title", [("id", titleID)]) + ">\(escapedMarkup(title))</title>\n"
      + tag("desc", [("id", descriptionID)]) + ">\(escapedMarkup(description))</desc>\n"
      + style + body + "</svg>"
  }
}
