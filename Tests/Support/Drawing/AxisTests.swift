import Terminal
import Testing

@testable import Drawing

struct AxisTests {
  @Test(
    arguments: [
      ([0.003, 0.997], 8, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
      ([-2.6, 1.1], 6, ["-3", "-2", "-1", "0", "1", "2"]),
      ([0, 5000], 8, ["0", "1000", "2000", "3000", "4000", "5000"]),
      ([0.0001, 0.0004], 4, ["0.0001", "0.0002", "0.0003", "0.0004"]),
      ([5], 4, ["4.5", "5.0", "5.5"]),
      ([0], 4, ["-1.0", "-0.5", "0.0", "0.5", "1.0"]),
      ([], 4, ["0.0", "0.5", "1.0"]),
      ([.nan, 1, .infinity, 3], 4, ["1.0", "1.5", "2.0", "2.5", "3.0"]),
    ] as [([Double], Int, [String])])
  func ticksAreRound(values: [Double], intervals: Int, labels: [String]) {
    let axis = Axis(around: values, intervals: intervals)
    #expect(axis.ticks.map { axis.label($0) } == labels)
  }

  @Test(arguments: [
    [1e-300, 2e-300], [-1e300, 1e300], [1, 1 + 1e-12], [1e12, 1e12 + 1], [3e8, 9e8],
  ])
  func extremeValuesLieWithin(values: [Double]) {
    let axis = Axis(around: values, intervals: 6)
    #expect((2...14).contains(axis.ticks.count))
    for value in values { #expect((-1e-6...1 + 1e-6).contains(axis.share(value))) }
    #expect(Set(axis.ticks.map { axis.label($0) }).count >= 2)
    #expect(axis.share(axis.low) == 0 && axis.share(axis.high) == 1)
  }
}
