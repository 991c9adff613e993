import GradientCheck
import Network

extension Question {
  /// Q6: finite differences of each of the submission's modules, and of the network they make.
  static let finiteDifferences = Question(
    "Q6", "Finite differences",
    [
      compare("Q6.1", "Linear", points: 3), compare("Q6.2", "Sigmoid", points: 2),
      compare("Q6.3", "Softmax", points: 3), compare("Q6.4", "CrossEntropy", points: 2),
      compare("Q6.5", "SoftmaxCrossEntropy", points: 2), compare("Q6.6", "Network", points: 3),
    ])
}

private func compare(_ id: String, _ name: String, points: Double) -> Part {
  Part(id, name, points: points) { submission, _ in
    let checks = LayerCheck.all(
      submission.modules, softmaxCrossEntropy: submission.softmaxCrossEntropy)
    return checks.filter { $0.name == name }.map { check in
      let report = check.run(0)
      return Check(name, failure: report.passed ? nil : reason(report))
    }
  }
}

private func reason(_ report: GradientReport) -> String {
  if let failure = report.failure { return failure }
  let worst = report.worst.map { ", worst \($0)" } ?? ""
  let words = (report.brokenPromises + report.diagnosis).map { $0 + "; " }.joined()
  return "\(words)error \(report.error) (tolerance \(report.tolerance))\(worst)"
}
