import CLibrary

/// NumPy's `numpy.random.RandomState(seed)`, bit for bit, so that any run can be repeated there.
///
/// Every method consumes exactly the words that NumPy's legacy generator consumes, so sequences of
/// different calls agree too.
public struct RandomState: Sendable {
  private var generator: MersenneTwister
  private var pendingNormal: Double?

  /// The stream of `RandomState(seed)`.
  public init(seed: UInt32) {
    generator = MersenneTwister(seed: seed)
  }

  /// A multiple of 2⁻⁵³ in [0, 1): 27 bits of one word above 26 bits of the next.
  public mutating func randomSample() -> Double {
    let high = UInt64(generator.next() >> 5)
    let low = UInt64(generator.next() >> 6)
    return Double(high << 26 | low) * 0x1p-53
  }

  /// low + (high − low) u, u from `randomSample`. Rounding may give `high` itself.
  public mutating func uniform(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * randomSample()
  }

  /// An integer in 0…maximum, NumPy's `random_interval`: the fewest low bits that can hold
  /// `maximum`, drawn again until they do not exceed it. A maximum over 2³² − 1 takes two words at
  /// a time, the first of which is the high half; a maximum of 0 takes none.
  public mutating func integer(upTo maximum: UInt64) -> UInt64 {
    guard maximum > 0 else { return 0 }
    let mask = UInt64.max >> UInt64(maximum.leadingZeroBitCount)
    while true {
      var bits = UInt64(generator.next())
      if maximum > UInt64(UInt32.max) { bits = bits << 32 | UInt64(generator.next()) }
      if bits & mask <= maximum { return bits & mask }
    }
  }

  /// Mixes the array by Fisher and Yates: from the last element down, each is swapped with one at
  /// or before it. The same swaps as NumPy's for a list or a one-dimensional array.
  public mutating func shuffle<Element>(_ array: inout [Element]) {
    for last in stride(from: array.count - 1, to: 0, by: -1) {
      array.swapAt(last, Int(integer(upTo: UInt64(last))))
    }
  }

  /// 0, …, n − 1 in random order: `shuffle` of the range. `n` must not be negative.
  public mutating func permutation(_ n: Int) -> [Int] {
    var indices = Array(0..<n)
    shuffle(&indices)
    return indices
  }

  /// A draw from N(0, 1) by Marsaglia's polar method, as in NumPy's `legacy_gauss`: a point (x, y)
  /// uniform in the unit disc, r² = x² + y², gives two independent draws, √(−2 ln r² / r²) times y
  /// and x. The second is kept for the next call.
  public mutating func standardNormal() -> Double {
    if let pending = pendingNormal {
      pendingNormal = nil
      return pending
    }
    while true {
      let x = 2 * randomSample() - 1
      let y = 2 * randomSample() - 1
      let squaredRadius = x * x + y * y
      guard squaredRadius < 1, squaredRadius > 0 else { continue }
      let factor = (-2 * log(squaredRadius) / squaredRadius).squareRoot()
      pendingNormal = factor * x
      return factor * y
    }
  }

  /// mean + standardDeviation · z, z from `standardNormal`.
  public mutating func normal(mean: Double, standardDeviation: Double) -> Double {
    mean + standardDeviation * standardNormal()
  }
}
