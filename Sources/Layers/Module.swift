/// A differentiable function of one or more matrices: a layer, a loss, an operation.
///
/// A module holds no state. It sees its operands, its output and the gradient of its output, and
/// gives the gradients of its operands; parameters are operands like any other. So each module can
/// be tested alone, and a ``UnaryModule`` or a ``BinaryModule`` is all one has to write for a layer
/// of one's own.
///
/// In names, `gA` is ∂J/∂a: the gradient of the loss with respect to `a`, of `a`'s shape.
/// Gradients are *added*: `backward` adds its contribution to what `gA` holds, so a matrix that is
/// used twice gets both contributions without a special case.
///
/// Rows are examples. The operands have shapes that `shape` accepted, and the output has the shape
/// it returned, so `forward` and `backward` need not check again.
///
/// The requirements below take any number of operands. That is how lists, checks and graphs call a
/// module; a module of three operands or more is written so, too.
public protocol Module: Sendable {
  /// The name in messages and printed lists; by default the type's name.
  var name: String { get }

  /// What messages call the operands, in order; there are as many.
  var operandNames: [String] { get }

  /// The shape of `b` for operands of these shapes.
  /// - Throws: `ShapeError` when the module cannot be applied to them.
  func shape(_ operands: [Shape]) throws(ShapeError) -> Shape

  /// `b = f(operands)`. Overwrites every element of `b`.
  func forward(_ operands: Operands, into b: inout Matrix)

  /// `gradient += (∂b/∂operand)ᵀ gB` for the operand at `index`.
  func backward(
    _ operands: Operands, _ b: Matrix, _ gB: Matrix, adding gradient: inout Matrix, of index: Int)
}

extension Module {
  /// The type's name.
  public var name: String { "\(Self.self)" }
}

/// A module with one operand: `b = f(a)`.
public protocol UnaryModule: Module {
  /// The shape of `b` for an operand of shape `a`; by default the same shape.
  /// - Throws: `ShapeError` when the module cannot be applied to `a`.
  func shape(_ a: Shape) throws(ShapeError) -> Shape

  /// `b = f(a)`. Overwrites every element of `b`.
  func forward(_ a: Matrix, into b: inout Matrix)

  /// `gA += (∂b/∂a)ᵀ gB`.
  func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix)
}

extension UnaryModule {
  /// The operand's shape.
  public func shape(_ a: Shape) throws(ShapeError) -> Shape { a }
}

/// A module with two operands: `b = f(a, w)`. For a layer `w` holds the parameters; for a loss `a`
/// is the target and `w` the prediction.
public protocol BinaryModule: Module {
  /// The shape of `b` for operands of shapes `a` and `w`.
  /// - Throws: `ShapeError` when the operands do not fit.
  func shape(_ a: Shape, _ w: Shape) throws(ShapeError) -> Shape

  /// `b = f(a, w)`. Overwrites every element of `b`.
  func forward(_ a: Matrix, _ w: Matrix, into b: inout Matrix)

  /// `gA += (∂b/∂a)ᵀ gB`.
  func backward(_ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix)

  /// `gW += (∂b/∂w)ᵀ gB`.
  func backward(_ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingW gW: inout Matrix)
}

/// A binary module that is linear in `w`: its `gW` depends on `a` and `gB` only.
///
/// A step of gradient descent can then change `w` in place, `w += −γ gW`, and never store `gW`.
public protocol ParameterModule: BinaryModule {
  /// `w += scale · gW`, where `gW = (∂b/∂w)ᵀ gB`.
  func accumulate(_ scale: Double, _ a: Matrix, _ gB: Matrix, adding w: inout Matrix)
}

extension ParameterModule {
  /// `gW += (∂b/∂w)ᵀ gB`.
  public func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingW gW: inout Matrix
  ) {
    accumulate(1, a, gB, adding: &gW)
  }
}
