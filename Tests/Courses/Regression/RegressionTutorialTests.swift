import TestSupport
import Testing

/// docs/regression.md says nothing that is not so.
struct RegressionTutorialTests {
  private let page: Page

  init() throws { page = try Page("docs/regression.md") }

  @Test func itsCodeIsCompiledAndRun() throws {
    #expect(page.blocks("swift").count == 6)
    #expect(try page.blocksMissing(in: "RegressionTutorial.swift") == [])
  }

  @Test func itsCodePrintsWhatItSays() throws {
    var tutorial = RegressionTutorial()
    try tutorial.run()
    let isSaid = page.says(tutorial.lines)
    #expect(isSaid, "\(tutorial.lines)")
    #expect(!tutorial.lines.contains("false"))
  }
}
