import TestSupport
import Testing

/// docs/eager.md says nothing that is not so.
struct EagerTutorialTests {
  private let page: Page

  init() throws { page = try Page("docs/eager.md") }

  @Test func itsCodeIsCompiledAndRun() throws {
    #expect(page.blocks("swift").count == 6)
    #expect(try page.blocksMissing(in: "EagerTutorial.swift") == [])
  }

  @Test func itsCodePrintsWhatItSays() throws {
    var tutorial = EagerTutorial()
    try tutorial.run()
    let isSaid = page.says(tutorial.lines)
    #expect(isSaid, "\(tutorial.lines)")
  }
}
