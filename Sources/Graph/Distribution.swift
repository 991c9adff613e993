import Layers
import Random

/// What first parameters are drawn from.
public enum Distribution: Sendable, Equatable {
  /// U[low, high].
  case uniform(Double, Double)
  /// N(0, σ²).
  case normal(standardDeviation: Double)

  /// Glorot and Bengio's U[−a, a], a = √(6 / (inputs + outputs)).
  public static func glorot(inputs: Int, outputs: Int) -> Distribution {
    let a = (6 / Double(inputs + outputs)).squareRoot()
    return .uniform(-a, a)
  }

  /// A number, drawn as NumPy's `RandomState` does.
  public func draw(_ random: inout RandomState) -> Double {
    switch self {
    case .uniform(let low, let high): random.uniform(low, high)
    case .normal(let σ): random.normal(mean: 0, standardDeviation: σ)
    }
  }
}

extension Matrix {
  /// Draws the elements in some rows and columns, by default in all, row by row.
  public mutating func draw(
    _ distribution: Distribution, rows: Range<Int>? = nil, columns: Range<Int>? = nil,
    _ random: inout RandomState
  ) {
    for i in rows ?? 0..<self.rows {
      for j in columns ?? 0..<self.columns { self[i, j] = distribution.draw(&random) }
    }
  }
}
