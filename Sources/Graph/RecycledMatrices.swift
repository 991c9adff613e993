import Layers

/// The memory of forgotten registers, for new ones of the same shapes: a training step that records
/// the same as the last one allocates no matrix.
struct RecycledMatrices {
  /// 128 MB of elements, and as many small matrices as an ordinary step could need.
  private static let largestCount = 4096
  private static let mostElements = 1 << 24

  private var matrices: [Shape: [Matrix]] = [:]
  private var count = 0
  private var elements = 0

  /// A matrix of a shape, with any elements.
  mutating func take(_ shape: Shape) -> Matrix {
    guard let matrix = matrices[shape]?.popLast() else { return Matrix(shape) }
    count -= 1
    elements -= shape.count
    return matrix
  }

  /// Keeps a matrix that nobody needs. When there are too many, all are let go: they may be of
  /// shapes that do not come again.
  mutating func keep(_ matrix: Matrix) {
    count += 1
    elements += matrix.shape.count
    if count > Self.largestCount || elements > Self.mostElements {
      self = Self()
    } else {
      matrices[matrix.shape, default: []].append(matrix)
    }
  }
}
