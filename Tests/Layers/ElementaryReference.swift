import TestSupport

/// A line of `Fixtures/ReferenceOutputs/elementary.txt`, written by
/// `Scripts/make_elementary_fixtures.py`: the true value at `x` is `y` and `rest` ulps of `y`.
struct ElementaryReference {
  let x: Double
  let y: Double
  let rest: Double

  /// In ulps of the true value.
  func error(of value: Double) -> Double { (value - y) / y.ulp - rest }

  static func all(of function: ElementaryFunction) throws -> [Self] {
    try Fixture.lines(of: "elementary.txt").compactMap { line in
      let words = line.split(separator: " ")
      guard words.first == function.rawValue[...] else { return nil }
      let numbers = words.dropFirst().compactMap { Double($0) }
      guard words.count == 4, numbers.count == 3 else { throw Fixture.Unreadable("\(line)") }
      return Self(x: numbers[0], y: numbers[1], rest: numbers[2])
    }
  }
}
