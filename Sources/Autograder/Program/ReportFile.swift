import Formats
import Grading

/// The file `results.json`, valid from before the first part on. A write that fails is tried again with
/// the next; only the last one must succeed.
final class ReportFile {
  private let file: ResultFile?
  private let leaderboard: Bool
  private var failure: FileError?

  init(_ file: ResultFile?, leaderboard: Bool) {
    (self.file, self.leaderboard) = (file, leaderboard)
  }

  /// Replaces the report.
  func write(_ grades: GradeReport) {
    guard let file else { return }
    do throws(FileError) {
      try file.write(grades.gradescopeResults(leaderboard: leaderboard).text + "\n")
      failure = nil
    } catch {
      failure = error
    }
  }

  /// - Throws: why the last report could not be written.
  func finish() throws(FileError) { if let failure { throw failure } }
}
