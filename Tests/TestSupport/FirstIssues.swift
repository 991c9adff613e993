import Synchronization
import Testing

/// Of the issues at one line of a suite the first: a wrong layer fails every case of a test, and one case
/// tells as much as fifty.
///
/// Not `.filterIssues` itself, which a suite hands on to its tests and their cases: each would ask the
/// filter again, and it would find the line of every issue already seen.
package struct FirstIssues: SuiteTrait, TestScoping {
  package init() {}

  package func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    let lines = Lines()
    let filter: IssueHandlingTrait = .filterIssues { issue in
      issue.sourceLocation.map(lines.isNew) ?? true
    }
    try await filter.provideScope(for: test, testCase: testCase, performing: function)
  }
}

extension Trait where Self == FirstIssues {
  package static var firstIssues: Self { FirstIssues() }
}

/// Lines of tests that were met.
private final class Lines: Sendable {
  private let seen = Mutex<Set<String>>([])

  func isNew(_ place: SourceLocation) -> Bool {
    seen.withLock { $0.insert("\(place.fileID):\(place.line)").inserted }
  }
}
