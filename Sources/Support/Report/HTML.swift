import Formats
import Terminal

/// A piece of a page: elements and texts. Every text, and every value of an attribute, is escaped where
/// it enters, so no name of a file or a letter is ever read as an element.
package struct HTML: Sendable {
  /// As it stands in the page.
  package let source: String

  private init(source: String) { self.source = source }

  /// What a file of the page's own has: it is taken as it is.
  package init(trusted source: String) { self.source = source }

  /// Words as their reader shall see them; what cannot be seen, or turns the direction of others, is
  /// spelt out.
  package static func text(_ text: String) -> HTML { HTML(source: escapedMarkup(text.printable)) }

  /// An element. An attribute without a value is left out.
  package static func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:],
    _ children: [HTML] = []
  ) -> HTML {
    let list = attributes.map { name, value in
      value.map { " \(name)=\"\(escapedMarkup($0.printable))\"" } ?? ""
    }.joined()
    return HTML(source: "<\(name)\(list)>\(children.map(\.source).joined())</\(name)>")
  }

  /// An element with a text only.
  package static func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], _ text: String
  ) -> HTML {
    element(name, attributes, [.text(text)])
  }

  /// A box for what may be wider than the page: it scrolls by itself, by keyboard too, and has a name for
  /// who cannot see it.
  package static func scrolling(_ name: String, _ content: HTML) -> HTML {
    element(
      "div", ["class": "scrolls", "role": "region", "tabindex": "0", "aria-label": name], [content])
  }

  /// One after the other.
  package static func list(_ parts: [HTML]) -> HTML {
    HTML(source: parts.map(\.source).joined(separator: "\n"))
  }
}
