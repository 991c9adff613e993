import Entities

/// The most characters of a title that are read.
let longestTitle = 1000

/// The most memory that a network may take.
let mostBytes = 4e9

extension Architecture {
  /// About how much memory a network of this size takes with its gradients.
  func bytes(batch: Int) -> Double {
    let (n, v, m, h) = (Double(batch), Double(vocabulary), Double(maxLength), Double(hidden))
    let numbers =
      switch kind {
      case .mlp: m * v * h + 4 * n * h
      // A step keeps its gates and the two products that they are the sum of, its cell and its H.
      case .lstm: 4 * v * h + 4 * h * h + m * n * (3 * 4 * h + 2 * h)
      }
    return 2 * 8 * numbers
  }
}
