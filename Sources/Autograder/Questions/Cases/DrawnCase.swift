import Cases
import Grading
import Wire

/// A request whose right answer is the textbook's.
struct DrawnCase {
  let title: String
  let request: Request
  let tolerance: Double

  init(_ title: String, _ request: Request, tolerance: Double = passTolerance) {
    (self.title, self.request, self.tolerance) = (title, request, tolerance)
  }

  func `case`(isHidden: Bool) -> Case {
    Case(
      title, request, right: Textbook().answer(request) ?? [], tolerance: tolerance,
      isHidden: isHidden)
  }
}
