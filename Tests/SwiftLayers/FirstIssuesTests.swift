import Synchronization
import TestSupport
import Testing

/// What hides failures must not hide the first.
struct FirstIssuesTests {
  @Test func theFirstOfALineIsKept() async throws {
    let test = try #require(Test.current)
    let kept = Kept()
    let collector: IssueHandlingTrait = .filterIssues { _ in kept.isNone() }
    try await collector.provideScope(for: test, testCase: nil) {
      try await FirstIssues().provideScope(for: test, testCase: nil) {
        for _ in 0..<5 { Issue.record("five of one line") }
        Issue.record("one of another")
      }
    }
    #expect(kept.count == 2)
    // Handed on to tests and cases it would be asked again, and find every line seen.
    #expect(!FirstIssues().isRecursive)
  }
}

/// Counts issues, and keeps none.
private final class Kept: Sendable {
  private let number = Mutex(0)

  var count: Int { number.withLock { $0 } }

  func isNone() -> Bool {
    number.withLock { $0 += 1 }
    return false
  }
}
