import Formats
import Grading
import TestSupport
import Testing

@Suite(.firstIssues) struct DifferenceTests {
  private func row(_ values: [Double]) -> SafetensorsFile.Tensor {
    SafetensorsFile.Tensor("b", shape: [1, values.count], values: values)
  }

  static let rows: [(found: [Double], message: String?)] = [
    ([1, -200, 0], nil),
    ([1.2, -199.8, 0.2], nil),
    ([1.3, -200, 0], "[0,0] is 1.3, expected 1.0 (relative tolerance 0.001)"),
    ([1, -200, -0.3], "[0,2] is -0.3, expected 0.0 (relative tolerance 0.001)"),
    ([1, 200, 5], "[0,1] is 200.0, expected -200.0 (relative tolerance 0.001)"),
    ([.nan, -200, 0], "[0,0] is nan, expected 1.0 (relative tolerance 0.001)"),
    ([1, -.infinity, 0], "[0,1] is -inf, expected -200.0 (relative tolerance 0.001)"),
    ([1, -200], "the shape is 1×2, expected 1×3"),
  ]

  /// The tolerance is 1e-3 of 200, the largest entry: 0.2.
  @Test(arguments: rows)
  func numbers(_ found: [Double], _ expected: String?) {
    #expect(difference(row(found), from: row([1, -200, 0]), tolerance: 1e-3) == expected)
  }

  /// A reference of rounding errors stands for zeros, so the tolerance is absolute.
  @Test(arguments: [(1e-13, true), (-3e-17, true), (1.1e-12, false), (.nan, false)])
  func roundingErrors(_ found: Double, _ isClose: Bool) {
    let message = difference(row([0, found]), from: row([1e-17, -2e-16]), tolerance: 1e-12)
    #expect((message == nil) == isClose)
    #expect(message?.hasSuffix("(absolute tolerance 1e-12)") ?? true)
  }

  @Test func infinityAndNaNAreCloseToNothing() {
    for value in [Double.nan, .infinity] {
      #expect(difference(row([value]), from: row([value]), tolerance: 1) != nil)
    }
  }

  @Test func placesAreRowsAndColumns() {
    let found = SafetensorsFile.Tensor("b", shape: [2, 2], values: [1, 1, 2, 3])
    let expected = SafetensorsFile.Tensor("b", shape: [2, 2], values: [1, 1, 1, 1])
    let message = difference(found, from: expected, tolerance: 1e-9)
    #expect(message == "[1,0] is 2.0, expected 1.0 (relative tolerance 1e-09)")
    let transposed = SafetensorsFile.Tensor("b", shape: [4, 1], values: [1, 1, 1, 1])
    #expect(
      difference(transposed, from: expected, tolerance: 1) == "the shape is 4×1, expected 2×2")
  }

  static let labels: [(found: [Double], message: String?)] = [
    ([3, 1, 4], nil), ([3, 1], "the shape is 1×2, expected 1×3"),
    ([3, 2, 5], "[1] is 2, expected 1 (2 of 3 differ)"),
    ([3, 1, .nan], "[2] is nan, expected 4 (1 of 3 differ)"),
  ]

  @Test(arguments: labels)
  func labelsMustBeEqual(_ found: [Double], _ expected: String?) {
    #expect(difference(row(found), from: row([3, 1, 4]), tolerance: 0) == expected)
  }
}
