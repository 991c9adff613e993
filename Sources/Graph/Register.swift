import Layers

/// A named place of a ``WengertList`` that holds a matrix and, where one is wanted, its gradient.
public struct Register: Hashable, Sendable {
  /// The position among the list's registers, in order of recording.
  let index: Int

  package init(index: Int) { self.index = index }
}

/// A matrix that modules borrow where it lies.
///
/// Not copyable: a copy of a `Matrix` counts references, which costs as much as a small layer.
struct Slot: ~Copyable {
  var matrix: Matrix

  var isFinite: Bool { matrix.isFinite }
}

/// What a list keeps for one register.
struct Cell: ~Copyable {
  let name: String
  let shape: Shape
  let isParameter: Bool
  /// Whether ∂J/∂ this register is wanted: it is a parameter or depends on one.
  let hasGradient: Bool
  /// The index of the assignment that computes it; nil for what is given.
  let producer: Int?
  /// How many assignments read it.
  var uses = 0
  /// Whether it is the parameter of one layer only, so that its gradient need not be stored.
  var isUpdatedInPlace = false
  /// Whether an assignment adds to its gradient.
  var isGivenGradient = false
  /// Whether ``WengertList/addGradients(from:)`` left it a gradient.
  var isReached = false
  var value: Slot
  var gradient: Slot

  init(
    _ name: String, _ shape: Shape, isParameter: Bool, hasGradient: Bool, producer: Int?,
    value: Matrix? = nil, gradient: Matrix? = nil
  ) {
    self.name = name
    self.shape = shape
    self.isParameter = isParameter
    self.hasGradient = hasGradient
    self.producer = producer
    self.value = Slot(matrix: value ?? Matrix(shape))
    self.gradient = Slot(matrix: gradient ?? Matrix(hasGradient ? shape : Shape(0, 0)))
  }

  /// Whether backward leaves its gradient in `gradient`.
  var storesGradient: Bool { hasGradient && !isUpdatedInPlace }

  /// `value −= rate · gradient`.
  mutating func descend(rate: Double) { value.matrix.add(-rate, gradient.matrix) }
}

/// Where a cell lies. The list owns the cells; their addresses stay the same while it lives.
typealias CellPointer = UnsafeMutablePointer<Cell>
