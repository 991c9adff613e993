import TestSupport
import Testing
import XCTest

/// The grade of the package, by processes of its own.
private func grade() throws -> Finished { try Executable("ocr")(["grade"]) }

/// XCTest's tests run before Swift Testing's, in a process of their own: so a layer that traps, and
/// takes all the other tests with it, does not hide the score.
final class Autograder: XCTestCase {
  func testGrade() throws {
    let graded = try grade()
    print("\nAutograder\n\(graded.output)\(graded.errors)")
    XCTAssertEqual(graded.exitCode, 0)
  }
}

@Suite(.firstIssues) struct GradeTests {
  /// Shown again at the end, where a person looks.
  @Test func thePackageEarnsFullPoints() throws {
    let graded = try grade()
    Scoreboard.showAtEnd(graded.output)
    #expect(graded.exitCode == 0, "\(graded.output)\(graded.errors)")
    #expect(graded.output.hasSuffix(" 100 / 100\n"))
    // Who finds another folder above the working directory sees which.
    #expect(
      graded.output.contains(
        #/\ncases from \S*Fixtures/ReferenceOutputs and \S*handout-data\nTotal /#))
  }
}
