import Formats
import Grading
import Wire

/// What is accepted, relative to the largest entry: of one pass, and after training.
let (passTolerance, trainingTolerance) = (1e-12, 1e-9)

extension Case {
  /// A case with what is right, in the order in which it is computed. Labels and errors must be equal,
  /// and x, which every pass gives back, is no work.
  init(
    _ title: String, _ request: Request, right: [SafetensorsFile.Tensor],
    tolerance: Double = passTolerance, isHidden: Bool = false
  ) {
    let expected = right.map { tensor in
      let isExact = tensor.name.hasSuffix("labels") || tensor.name.hasSuffix("error")
      return Quantity(tensor, tolerance: isExact ? 0 : tolerance, isGiven: tensor.name == "x")
    }
    self.init(title, request, expected: expected, isHidden: isHidden)
  }
}

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
