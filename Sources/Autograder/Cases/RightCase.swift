import Formats
import Grading
import Wire

/// What is accepted, relative to the largest entry: of one pass, and after training.
package let (passTolerance, trainingTolerance) = (1e-12, 1e-9)

extension Case {
  /// A case with what is right, in the order in which it is computed. Labels and errors must be equal,
  /// and x, which every pass gives back, is no work.
  package init(
    _ title: String, _ request: Request, letters: [Named<String>] = [],
    right: [SafetensorsFile.Tensor], tolerance: Double = passTolerance, isHidden: Bool = false
  ) {
    let expected = right.map { tensor in
      let isExact = tensor.name.hasSuffix("labels") || tensor.name.hasSuffix("error")
      return Quantity(tensor, tolerance: isExact ? 0 : tolerance, isGiven: tensor.name == "x")
    }
    self.init(title, request, letters: letters, expected: expected, isHidden: isHidden)
  }
}
