import Layers

/// A named place of a ``WengertList`` that holds a matrix and, where one is wanted, its gradient.
public struct Register: Hashable, Sendable {
  /// The number of registers that were recorded before it.
  package let index: Int
}

/// What a list keeps for one register.
struct Cell: ~Copyable {
  // First, so that the address of a cell is that of its value.
  var value: Slot
  var gradient: Slot
  let name: String
  let shape: Shape
  let isParameter: Bool
  /// Whether ∂J/∂ this register is wanted: it is a parameter or depends on one.
  let hasGradient: Bool
  /// The index of the assignment that computes it; nil for what is given.
  let producer: Int?
  /// How many assignments read it.
  var uses = 0
  /// Whether it is the parameter of one layer only, so that its gradient, a large outer product,
  /// need not be stored: a step adds it to the value.
  var isUpdatedInPlace = false
  /// Whether it is the softmax under a loss that was fused with it.
  var isBypassed = false
  /// Whether a backward pass has left it a gradient.
  var isReached = false

  init(
    _ name: String, _ shape: Shape, isParameter: Bool, hasGradient: Bool, producer: Int?,
    value: Matrix? = nil, gradient: Matrix? = nil
  ) {
    self.value = Slot(value ?? Matrix(shape))
    self.gradient = Slot(gradient ?? Matrix(hasGradient ? shape : Shape(0, 0)))
    self.name = name
    self.shape = shape
    self.isParameter = isParameter
    self.hasGradient = hasGradient
    self.producer = producer
  }

  /// Whether a backward pass leaves its gradient in `gradient`.
  var storesGradient: Bool { hasGradient && !isUpdatedInPlace }

  /// To be called before a pass adds to the gradient: what is left of another pass is forgotten.
  @inline(__always)
  mutating func reach() {
    if isReached { return }
    isReached = true
    if storesGradient { clearGradient() }
  }

  @inline(__always)
  mutating func clearGradient() { gradient.matrix.clear() }

  /// Makes its gradient ∂J/∂J, where this is J.
  mutating func fillOnes() { gradient.matrix.fill(1) }

  /// Adds ∂J/∂J, where this is J.
  mutating func addOnes() {
    if isReached {
      var ones = Matrix(shape)
      ones.fill(1)
      gradient.matrix.add(ones)
    } else {
      isReached = true
      fillOnes()
    }
  }
}

/// Where a cell lies. The list owns the cells; their addresses stay the same while it lives.
typealias CellPointer = UnsafeMutablePointer<Cell>
