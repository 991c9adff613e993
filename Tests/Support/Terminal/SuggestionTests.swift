import Testing

@testable import Terminal

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("abc", "abd", 1),
    ("abc", "ab", 1), ("abc", "abcd", 1), ("abc", "acb", 1), ("kitten", "sitting", 3),
    ("ca", "abc", 3),  // 2 if a swapped pair could be edited again
    ("hiden", "hidden", 1), ("trian", "train", 1), ("abcdef", "badcfe", 3), ("β", "α", 1),
  ]) func distance(first: String, second: String, edits: Int) {
    #expect(editDistance(first, second) == edits)
    #expect(editDistance(second, first) == edits)
  }

  @Test(
    arguments: [
      ("smal", "small"), ("SMALL", "small"), ("smell", "small"), ("lrage", "large"),
      ("med", "medium"), ("m", "medium"), ("huge", nil), ("", nil), ("x", nil), ("sm", nil),
    ] as [(String, String?)])
  func names(word: String, suggestion: String?) {
    #expect(nearest(to: word, among: ["small", "medium", "large", "smoke"]) == suggestion)
  }

  @Test func takesTheFirstOfEquals() {
    #expect(nearest(to: "cat", among: ["bat", "rat"]) == "bat")
    #expect(nearest(to: "cat", among: []) == nil)
  }
}
