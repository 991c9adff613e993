import Formats

/// One comparison, and why it failed.
public struct Check: Sendable, Equatable {
  /// What was compared, for example `g_β`; empty where nothing could be.
  public let name: String
  /// The first difference; nil if it passed.
  public let failure: String?

  /// A check that passed, or failed for a reason.
  public init(_ name: String, failure: String?) {
    self.name = name
    self.failure = failure
  }
}

/// A part of a question: one call on the submission, and checks that share the points equally.
public struct Part: Sendable {
  /// For example `Q1.2`.
  public let id: String
  /// What is graded, on a line.
  public let title: String
  /// What it is worth.
  public let points: Double
  private let checks: @Sendable (any Submission, ReferenceFiles) throws -> [Check]

  /// A part that is graded by the comparisons that `checks` makes; it throws when there are none
  /// to make.
  init(
    _ id: String, _ title: String, points: Double,
    checks: @escaping @Sendable (any Submission, ReferenceFiles) throws -> [Check]
  ) {
    self.id = id
    self.title = title
    self.points = points
    self.checks = checks
  }

  /// Grades the submission; what it throws costs it the part.
  /// - Throws: `FileError` when a reference file cannot be read, which is not the submission's fault.
  func grade(
    _ submission: any Submission, _ files: ReferenceFiles
  ) throws(FileError) -> PartResult {
    do {
      return PartResult(part: self, checks: try checks(submission, files))
    } catch let error as FileError {
      throw error
    } catch {
      return PartResult(self, failure: "threw \(error)")
    }
  }
}

/// The outcome of a part.
public struct PartResult: Sendable {
  /// The part.
  public let part: Part
  /// Its checks, at least one.
  public let checks: [Check]
}

extension PartResult {
  /// The outcome of a part that could not be graded.
  init(_ part: Part, failure: String) {
    self.init(part: part, checks: [Check("", failure: failure)])
  }

  /// The points earned.
  public var score: Double {
    part.points * Double(checks.count { $0.failure == nil }) / Double(checks.count)
  }

  /// Why points were lost, on a line: the first failure, and the names of further ones.
  public var failure: String? {
    let failed = checks.filter { $0.failure != nil }
    guard let first = failed.first, let reason = first.failure else { return nil }
    let others = failed.dropFirst().map(\.name).joined(separator: ", ")
    return (first.name.isEmpty ? "" : first.name + ": ") + reason
      + (others.isEmpty ? "" : "; also wrong: \(others)")
  }
}
