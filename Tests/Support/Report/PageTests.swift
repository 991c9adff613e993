import Formats
import Testing

@testable import Report

@Suite struct PageTests {
  private func page(_ title: String, data: JSON = .object([])) -> String {
    Page(title, [Section("part", title, .element("p", ["title": title], title))], data: data).text
  }

  /// In a text, in an attribute, in a heading and in the title alike.
  @Test func textIsNeverMarkup() {
    let text = page("</script><b onclick='x'>&\"")
    #expect(!text.contains("<b onclick"))
    #expect(text.contains("<p title=\"&lt;/script&gt;&lt;b onclick='x'&gt;&amp;&quot;\">"))
    #expect(text.contains("<title>&lt;/script&gt;&lt;b onclick='x'&gt;&amp;&quot;</title>"))
  }

  /// What turns or hides the text behind it is spelt out.
  @Test(arguments: ["\u{202E}", "\u{2066}", "\u{200B}", "\u{0}", "\u{1B}", "\u{2028}"])
  func whatIsNotSeenIsSpeltOut(character: String) {
    #expect(!page("a\(character)b").contains(character))
  }

  /// A script element ends at `</script>` whatever is around it.
  @Test func dataCannotEndTheirScript() {
    let text = page("", data: .object([.init("a", .string("</script><!--\u{2028}\u{2029}"))]))
    #expect(text.contains(##"{"a":"\u003c/script>\u003c!--\u2028\u2029"}</script>"##))
  }

  /// What is put into the page is not searched for more places.
  @Test func namesOfPlacesAreText() {
    #expect(page("{{data}} {{nothing}}").contains("<title>{{data}} {{nothing}}</title>"))
  }

  /// Every script and the style sheet is allowed by its sum, and nothing else is.
  @Test func policyAllowsWhatIsInThePage() throws {
    let text = page("a")
    let start = try #require(text.firstRange(of: "content=\"default-src")).lowerBound
    let policy = try #require(text[start...].split(separator: "\"").dropFirst().first)
    let style = try #require(text.firstMatch(of: /<style>([^<]*)<\/style>/)).1
    let scripts = text.matches(of: /<script>((?s).*?)<\/script>/).map(\.1)
    #expect(scripts.count > 4)
    for source in [style] + scripts {
      #expect(policy.contains("'sha256-\(base64(SHA256(of: Array(source.utf8)).bytes))'"))
    }
    #expect(policy.matches(of: /sha256-/).count == scripts.count + 1)
    #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
  }
}
