import Testing

@testable import Drawing

struct DecimalTextTests {
  @Test(arguments: [
    (0.0, 2, "0.00"), (0.125, 2, "0.13"), (-0.125, 2, "-0.13"), (-0.001, 2, "0.00"),
    (99.999, 2, "100.00"), (12, 0, "12"), (-7.5, 0, "-8"), (0.05, 1, "0.1"), (1.0625, 3, "1.063"),
    (3.007, 3, "3.007"),
  ])
  func roundsToDecimals(value: Double, decimals: Int, text: String) {
    #expect(decimal(value, decimals) == text)
  }

  @Test(arguments: [
    (0.5, "0.5"), (12, "12"), (100, "100"), (-3.25, "-3.25"), (-0.001, "0"), (1e17, "1e+17"),
    (.nan, "nan"),
  ])
  func zerosAtTheEndAreLeftOut(value: Double, text: String) {
    #expect(decimal(value, upTo: 2) == text)
  }
}
