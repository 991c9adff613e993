import Layers

/// The sum, element by element: `b = a + w`.
///
/// `a`, `w`, `b`: any shape, the same. Gradients: `gA = gB`, `gW = gB`.
public struct Add: BinaryModule, ElementwisePairOperation {
  /// Printed as `add`.
  public init() {}

  @inline(__always)
  func value(_ a: Vector, _ w: Vector) -> Vector { a + w }
  @inline(__always)
  func gradientA(_ a: Vector, _ w: Vector, _ b: Vector, _ gB: Vector) -> Vector { gB }
  @inline(__always)
  func gradientW(_ a: Vector, _ w: Vector, _ b: Vector, _ gB: Vector) -> Vector { gB }
}

/// The difference, element by element: `b = a − w`.
///
/// `a`, `w`, `b`: any shape, the same. Gradients: `gA = gB`, `gW = −gB`.
public struct Subtract: BinaryModule, ElementwisePairOperation {
  /// Printed as `sub`.
  public init() {}

  static let function = "sub"

  @inline(__always)
  func value(_ a: Vector, _ w: Vector) -> Vector { a - w }
  @inline(__always)
  func gradientA(_ a: Vector, _ w: Vector, _ b: Vector, _ gB: Vector) -> Vector { gB }
  @inline(__always)
  func gradientW(_ a: Vector, _ w: Vector, _ b: Vector, _ gB: Vector) -> Vector { -gB }
}

/// The product, element by element: `b = a ⊙ w`.
///
/// `a`, `w`, `b`: any shape, the same. Gradients: `gA = gB ⊙ w`, `gW = gB ⊙ a`.
public struct Multiply: BinaryModule, ElementwisePairOperation {
  /// Printed as `mul`.
  public init() {}

  static let function = "mul"

  @inline(__always)
  func value(_ a: Vector, _ w: Vector) -> Vector { a * w }
  @inline(__always)
  func gradientA(_ a: Vector, _ w: Vector, _ b: Vector, _ gB: Vector) -> Vector { gB * w }
  @inline(__always)
  func gradientW(_ a: Vector, _ w: Vector, _ b: Vector, _ gB: Vector) -> Vector { gB * a }
}

/// The quotient, element by element: `b = a / w`.
///
/// `a`, `w`, `b`: any shape, the same. Where w is 0, b is infinite, or NaN for 0/0.
///
/// Gradients: `gA = gB / w`, `gW = −gB ⊙ b / w`.
public struct Divide: BinaryModule, ElementwisePairOperation {
  /// Printed as `div`.
  public init() {}

  static let function = "div"

  @inline(__always)
  func value(_ a: Vector, _ w: Vector) -> Vector { a / w }
  @inline(__always)
  func gradientA(_ a: Vector, _ w: Vector, _ b: Vector, _ gB: Vector) -> Vector { gB / w }
  @inline(__always)
  func gradientW(_ a: Vector, _ w: Vector, _ b: Vector, _ gB: Vector) -> Vector { -gB * b / w }
}
