import Testing

@testable import Terminal

@Suite struct PlotAxisTests {
  @Test(
    arguments: [
      ([0.3, 2.3], 5, ["0.0", "0.5", "1.0", "1.5", "2.0", "2.5"]),
      ([10, 0], 5, ["0", "2", "4", "6", "8", "10"]),
      ([0.0021, 0.0049], 5, ["0.002", "0.003", "0.004", "0.005"]),
      ([-1, 1], 5, ["-1.0", "-0.5", "0.0", "0.5", "1.0"]),
      ([3, 3], 5, ["2.6", "2.8", "3.0", "3.2", "3.4"]),
      ([0], 5, ["-1.0", "-0.5", "0.0", "0.5", "1.0"]),
      ([0, 4e9], 5, ["0e+00", "1e+09", "2e+09", "3e+09", "4e+09"]),
      (
        [1e9, 1e9 + 400], 5,
        ["1.0000000e+09", "1.0000001e+09", "1.0000002e+09", "1.0000003e+09", "1.0000004e+09"]
      ),
      ([0.003, 0.997], 8, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
      ([-2.6, 1.1], 6, ["-3", "-2", "-1", "0", "1", "2"]),
      ([0, 5000], 8, ["0", "1000", "2000", "3000", "4000", "5000"]),
      ([0.0001, 0.0004], 4, ["0.0001", "0.0002", "0.0003", "0.0004"]),
      ([5], 4, ["4.5", "5.0", "5.5"]),
      ([], 4, ["0.0", "0.5", "1.0"]),
      ([.nan, 1, .infinity, 3], 4, ["1.0", "1.5", "2.0", "2.5", "3.0"]),
    ] as [([Double], Int, [String])])
  func ticksAreRound(values: [Double], intervals: Int, labels: [String]) {
    let axis = PlotAxis(around: values, intervals: intervals)
    #expect(axis.ticks.map { axis.label($0) } == labels)
  }

  @Test(
    arguments: [
      ([3, 40], ["2", "5", "10", "20", "50"]), ([0.03, 0.2], ["0.02", "0.05", "0.1", "0.2"]),
      ([1, 10], ["1", "2", "5", "10"]), ([7], ["5", "10"]), ([10], ["10", "20"]),
      ([999, 1001], ["500", "1000", "2000"]), ([], ["1", "2", "5", "10"]),
      ([-1, 0, .nan, .infinity, 4], ["2", "5"]),
      ([1, 5000], ["1", "10", "100", "1000", "10000"]),
      ([2e-6, 3e-5], ["2e-06", "5e-06", "1e-05", "2e-05", "5e-05"]),
      (
        [1e-300, 1e300],
        [
          "1e-300", "1e-225", "1e-150", "1e-75", "1e+00", "1e+75", "1e+150",
          "1e+225", "1e+300",
        ]
      ),
    ] as [([Double], [String])])
  func logarithmicTicks(values: [Double], labels: [String]) {
    let axis = PlotAxis(logarithmicAround: values)
    #expect(axis.ticks.map { axis.label($0) } == labels)
    #expect(axis.share(axis.low) == 0 && axis.share(axis.high) == 1)
  }

  /// Equal factors are equal lengths: 10 is half-way from 1 to 100.
  @Test func logarithmicShares() {
    let axis = PlotAxis(logarithmicAround: [1, 100])
    #expect(abs(axis.share(10) - 0.5) < 1e-15 && abs(axis.share(2) + axis.share(50) - 1) < 1e-15)
  }

  @Test(
    arguments: [
      ([1, 3], ["1", "2", "3"]), ([1], ["0", "1", "2"]), ([0, 1], ["0", "1"]),
      ([1, 10], ["2", "4", "6", "8", "10"]), ([1, 44], ["0", "10", "20", "30", "40"]),
      ([1, 100], ["0", "20", "40", "60", "80", "100"]),
      ([16, 64], ["20", "30", "40", "50", "60"]),
      ([-3, 4], ["-3", "-2", "-1", "0", "1", "2", "3", "4"]), ([], ["0", "1"]),
    ] as [([Double], [String])])
  func wholeTicksWithinTheValues(values: [Double], labels: [String]) {
    let axis = PlotAxis(around: values, intervals: 8, isWhole: true, isCut: true)
    #expect(axis.ticks.map { axis.label($0) } == labels)
  }

  @Test func fewWholeValuesHaveATickEach() throws {
    let axis = try #require(PlotAxis(atEachOf: [64, 16, 32, 16]))
    #expect(axis.ticks.map { axis.label($0) } == ["16", "32", "64"])
    #expect(axis.low == 16 && axis.high == 64 && axis.share(40) == 0.5)
    for values in [[1], [1, 2.5], [1, 2, 3, 4, 5, 6], [0, 1e9], [0, .nan], []] {
      #expect(PlotAxis(atEachOf: values) == nil, "\(values)")
    }
  }

  /// An end without a tick near it is that of the values.
  @Test func anAxisIsCut() {
    let axis = PlotAxis(around: [1, 101], intervals: 5, isCut: true)
    #expect(axis.ticks == [0, 20, 40, 60, 80, 100] && axis.low == 0 && axis.high == 101)
    let few = PlotAxis(around: [1, 19], intervals: 2, isCut: true)
    #expect(few.ticks.count == 2 && few.low <= 1 && few.high >= 19)
  }

  /// At least ten times finer than ticks, but whole where these are.
  @Test func valuesAreAsFineAsTheAxis() {
    let axis = PlotAxis(around: [0, 2.3], intervals: 6)
    #expect(axis.text(0.394) == "0.39" && axis.text(2) == "2.00" && axis.text(-1e-9) == "0.00")
    let whole = PlotAxis(around: [1, 100], intervals: 8)
    #expect(whole.text(44) == "44" && whole.text(44.26) == "44.3")
    #expect(PlotAxis(logarithmicAround: [1, 100]).text(1.2345) == "1.23")
    #expect(PlotAxis(around: [0, 4e9], intervals: 5).text(1.23e9) == "1.2e+09")
  }

  /// The axis holds its values, has few ticks, and no two of the same label.
  @Test(arguments: [
    -1e300, -3, -1e-9, 0, .leastNonzeroMagnitude, 1e-300, 1e-290, 1e-7, 1, 1.0000001, 77, 3e8,
    1e12, 1e17, 1e300,
  ])
  func holdsItsValues(low: Double) {
    for more: Double in [
      0, .leastNonzeroMagnitude, 1e-200, 1e-12, 1e-9, 1e-3, 1, 12.5, 1e6, 6e8, 1e300,
    ]
    where low + more <= 1e300 {
      let axis = PlotAxis(around: [low, low + more], intervals: 5)
      #expect(axis.low <= low && low + more <= axis.high)
      #expect(axis.ticks.count >= 2 && axis.ticks.count <= 7)
      #expect(Set(axis.ticks.map { axis.label($0) }).count == axis.ticks.count, "\(low) \(more)")
      #expect(axis.share(axis.low) == 0 && axis.share(axis.high) == 1)
    }
  }
}
