import Layers
import Random

/// Where a module's operand is drawn from, and how far out it must still be a number.
///
/// A check takes numbers from three places: those ``draw``n near 1, where difference quotients are
/// most exact; ``wide`` ones, of all magnitudes that a network meets; and ``extremes``, where no
/// derivative is compared but nothing may be NaN.
public struct Domain: Sendable {
  /// Gives a matrix of a shape.
  public typealias Draw = @Sendable (_ shape: Shape, _ random: inout RandomState) -> Matrix

  private let draw: Draw
  private let wide: Draw
  private let farOut: [Draw]
  private var kinks: [Double] = []

  /// A domain of one's own.
  /// - Parameters:
  ///   - draw: gives operands at which the derivatives are compared.
  ///   - wide: gives further ones, less usual; by default as `draw`.
  ///   - extremes: operands at which nothing may be NaN.
  public init(_ draw: @escaping Draw, wide: Draw? = nil, extremes: [Draw] = []) {
    self.draw = draw
    self.wide = wide ?? draw
    farOut = extremes
  }

  /// Numbers of either sign: magnitudes in [¼, 1], away from 0, where a ReLU has its kink, and where
  /// the Jacobian of a product vanishes, so that no relative error would mean anything; wide, of 1e-3
  /// to 30; at the extremes 0 and ±1000.
  public static let real = Domain(
    each { $0.signed($0.uniform(0.25, 1)) }, wide: each { $0.signed($0.magnitude()) },
    extremes: [each { $0.signed(1000) }] + [1000, -1000, 0].map { number in each { _ in number } })

  /// Numbers in [½, 1): for logarithms, divisors and what must not sum to 0; wide, of 1e-3 to 30; at
  /// the extreme 1000.
  public static let positive = Domain(
    each { $0.uniform(0.5, 1) }, wide: each { $0.magnitude() }, extremes: [each { _ in 1000 }])

  /// Numbers in a range, for a module that has no others; at the extremes, its bounds.
  public static func numbers(in range: ClosedRange<Double>) -> Domain {
    let (low, high) = (range.lowerBound, range.upperBound)
    return Domain(
      each { $0.uniform(low, high) }, extremes: [low, high].map { x in each { _ in x } })
  }

  /// Rows of probabilities, none below half of another, so that 1/p stays moderate; wide, down to
  /// about 1e-4; at the extreme, a 1 and zeros.
  public static let probabilities = Domain(
    rows { $0.uniform(0.5, 1) }, wide: rows { $0.magnitude() }, extremes: [oneHot])

  /// Rows of probabilities with more than 0.9 in one class: a soft one-hot target. A softer one
  /// might meet the prediction, where the gradient of the loss vanishes. Wide and at the extreme, a 1
  /// and zeros.
  public static let target = Domain(
    { shape, random in
      var matrix = probabilities.draw(shape, &random)
      for i in 0..<shape.rows {
        for j in 0..<shape.columns { matrix[i, j] /= 10 }
        matrix[i, Int(random.integer(upTo: UInt64(shape.columns - 1)))] += 0.9
      }
      return matrix
    }, wide: oneHot, extremes: [oneHot])

  /// The same domain for a function that has no derivative at these numbers: none is compared so near
  /// to one that the difference quotient would meet it.
  public func avoiding(_ kinks: Double...) -> Domain {
    var domain = self
    domain.kinks += kinks
    return domain
  }

  // MARK: For the check

  func draw(_ shape: Shape, wide isWide: Bool = false, _ random: inout RandomState) -> Matrix {
    var matrix = isWide ? wide(shape, &random) : draw(shape, &random)
    if kinks.isEmpty { return matrix }
    for i in 0..<shape.rows { for j in 0..<shape.columns { moveAwayFromKinks(&matrix[i, j]) } }
    return matrix
  }

  /// How many matrices ``extreme(_:_:_:)`` tells apart.
  var extremeCount: Int { farOut.count }

  /// The extreme of a number, or one in the usual place where there are none.
  func extreme(_ k: Int, _ shape: Shape, _ random: inout RandomState) -> Matrix {
    farOut.isEmpty ? draw(shape, &random) : farOut[k % farOut.count](shape, &random)
  }

  /// Whether a difference quotient would meet a kink.
  func isAtKink(_ number: Double) -> Bool {
    kinks.contains { abs(number - $0) < distance(from: $0) * (1 - 1e-6) }
  }

  /// Further than any step of a difference quotient.
  private func distance(from kink: Double) -> Double { 0.03 * max(1, abs(kink)) }

  private func moveAwayFromKinks(_ number: inout Double) {
    for kink in kinks where isAtKink(number) {
      number = number < kink ? kink - distance(from: kink) : kink + distance(from: kink)
    }
  }
}

// MARK: Draws

private func each(_ number: @escaping @Sendable (inout RandomState) -> Double) -> Domain.Draw {
  { shape, random in
    var matrix = Matrix(shape)
    for i in 0..<shape.rows { for j in 0..<shape.columns { matrix[i, j] = number(&random) } }
    return matrix
  }
}

/// Rows that sum to 1.
private func rows(_ number: @escaping @Sendable (inout RandomState) -> Double) -> Domain.Draw {
  { shape, random in
    var matrix = each(number)(shape, &random)
    for i in 0..<shape.rows {
      let sum = (0..<shape.columns).reduce(0) { $0 + matrix[i, $1] }
      for j in 0..<shape.columns { matrix[i, j] /= sum }
    }
    return matrix
  }
}

@Sendable private func oneHot(_ shape: Shape, _ random: inout RandomState) -> Matrix {
  var matrix = Matrix(shape)
  for i in 0..<shape.rows { matrix[i, Int(random.integer(upTo: UInt64(shape.columns - 1)))] = 1 }
  return matrix
}

extension RandomState {
  /// The magnitude, with a random sign.
  fileprivate mutating func signed(_ magnitude: Double) -> Double {
    randomSample() < 0.5 ? -magnitude : magnitude
  }

  /// As often above 1, evenly up to 30, as below, where each halving down to 2⁻¹⁰ is as likely.
  fileprivate mutating func magnitude() -> Double {
    if randomSample() < 0.5 { return uniform(1, 30) }
    let halvings = -Int(integer(upTo: 9))
    return Double(sign: .plus, exponent: halvings, significand: uniform(0.5, 1))
  }

  /// A number of random sign whose magnitude is uniform in [low, high).
  mutating func signed(from low: Double, to high: Double) -> Double { signed(uniform(low, high)) }
}
