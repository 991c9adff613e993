import Layers

/// A number x in [0, 1] as 400 numbers: `1[x ≥ k/400]` for k = 0 … 399, of which sums are step
/// functions.
///
/// Source: NYU DS-GA 1003, homework 7, which takes them from its homework on the lasso.
public enum StepFeatures {
  /// How many there are.
  public static let count = 400

  /// The features of each number, N×400.
  public static func of(_ numbers: [Double]) -> Matrix {
    var features = Matrix(rows: numbers.count, columns: count)
    for (i, x) in numbers.enumerated() {
      for k in 0..<count where x >= Double(k) / Double(count) { features[i, k] = 1 }
    }
    return features
  }
}
