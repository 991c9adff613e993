import Layers

/// The operand itself: `b = a`.
///
/// `a`, `b`: any shape, the same. Gradient: `gA = gB`.
public struct Identity: UnaryModule, ElementwiseOperation {
  /// Printed as `id`.
  public init() {}

  static let function = "id"

  @inline(__always)
  func value(_ a: Vector) -> Vector { a }
  @inline(__always)
  func gradient(_ a: Vector, _ b: Vector, _ gB: Vector) -> Vector { gB }
}

/// The square, element by element: `b = a²`.
///
/// `a`, `b`: any shape, the same. Gradient: `gA = 2 gB ⊙ a`.
public struct Square: UnaryModule, ElementwiseOperation {
  /// Printed as `square`.
  public init() {}

  @inline(__always)
  func value(_ a: Vector) -> Vector { a * a }
  @inline(__always)
  func gradient(_ a: Vector, _ b: Vector, _ gB: Vector) -> Vector { 2 * gB * a }
}

/// A multiple with a fixed factor s: `b = s a`.
///
/// `a`, `b`: any shape, the same. Gradient: `gA = s gB`.
public struct Scale: UnaryModule, ElementwiseOperation {
  /// s.
  public let factor: Double

  /// Multiplies by `factor`.
  public init(by factor: Double) { self.factor = factor }

  @inline(__always)
  func value(_ a: Vector) -> Vector { factor * a }
  @inline(__always)
  func gradient(_ a: Vector, _ b: Vector, _ gB: Vector) -> Vector { factor * gB }
}

/// Half of each element: `b = a / 2`.
///
/// `a`, `b`: any shape, the same. Gradient: `gA = gB / 2`.
public struct Half: UnaryModule, ElementwiseOperation {
  /// Printed as `half`.
  public init() {}

  @inline(__always)
  func value(_ a: Vector) -> Vector { 0.5 * a }
  @inline(__always)
  func gradient(_ a: Vector, _ b: Vector, _ gB: Vector) -> Vector { 0.5 * gB }
}

/// The rectifier, element by element: `b = max(a, 0)`; NaN stays.
///
/// `a`, `b`: any shape, the same. Gradient: `gA = gB` where b > 0, otherwise 0, so relu′(0) = 0.
public struct ReLU: UnaryModule, ElementwiseOperation {
  /// Printed as `relu`.
  public init() {}

  static let function = "relu"

  @inline(__always)
  func value(_ a: Vector) -> Vector { a.limited(0, .infinity) }
  @inline(__always)
  func gradient(_ a: Vector, _ b: Vector, _ gB: Vector) -> Vector {
    gB.replacing(with: 0, where: b .<= 0)
  }
}

/// The exponential function, element by element: `b = exp(a)`.
///
/// `a`, `b`: any shape, the same. Gradient: `gA = gB ⊙ b`, from the output alone.
public struct Exp: UnaryModule, ElementwiseOperation {
  /// Printed as `exp`.
  public init() {}

  @inline(__always)
  func value(_ a: Vector) -> Vector { exp(a) }
  @inline(__always)
  func gradient(_ a: Vector, _ b: Vector, _ gB: Vector) -> Vector { gB * b }
}

/// The natural logarithm, element by element: `b = log(a)`.
///
/// `a`, `b`: any shape, the same; −∞ for 0, NaN below. Gradient: `gA = gB / a`.
public struct Log: UnaryModule, ElementwiseOperation {
  /// Printed as `log`.
  public init() {}

  @inline(__always)
  func value(_ a: Vector) -> Vector { log(a) }
  @inline(__always)
  func gradient(_ a: Vector, _ b: Vector, _ gB: Vector) -> Vector { gB / a }
}

/// The hyperbolic tangent, element by element: `b = tanh(a)`.
///
/// `a`, `b`: any shape, the same. Gradient: `gA = gB ⊙ (1 − b²)`, from the output alone.
public struct Tanh: UnaryModule, ElementwiseOperation {
  /// Printed as `tanh`.
  public init() {}

  @inline(__always)
  func value(_ a: Vector) -> Vector { tanh(a) }
  @inline(__always)
  func gradient(_ a: Vector, _ b: Vector, _ gB: Vector) -> Vector { gB * (1 - b * b) }
}
