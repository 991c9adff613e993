import CLibrary
import TestSupport
import Testing

/// The example of docs/grading.md.
struct GradingPageTests {
  @Test(.enabled(if: ChildProcess.run(["python3", "--version"]).ending == .exited(0)))
  func theExampleIsAsItSays() throws {
    let page = try Page("docs/grading.md")
    let script = try #require(page.blocks("python").first)
    let run = ChildProcess.run(["python3", "-c", script, Executable("answers").path])
    let printed = String(decoding: run.output, as: UTF8.self)
    #expect(run.ending == .exited(0), "\(String(decoding: run.errors, as: UTF8.self))")
    #expect(!printed.isEmpty && page.text.contains("```\n\(printed)```\n"))
  }
}
