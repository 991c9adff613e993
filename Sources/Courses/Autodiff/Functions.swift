import Layers
import Operations

// Every module is a function on terms: `Sigmoid()(x)`. The functions below only spell it shorter.
// Those of two terms throw `ExpressionError` when these belong to different namespaces.

extension UnaryModule {
  /// The module applied to a term.
  public func callAsFunction(_ a: Term) -> Term { a.namespace.append(self, [a.index]) }
}

extension Module {
  /// The module applied to terms, as many as it takes: with fewer or more it cannot be evaluated.
  public func callAsFunction(_ first: Term, _ others: Term...) throws(ExpressionError) -> Term {
    var operands = [first.index]
    for term in others { operands.append(try first.namespace.index(of: term)) }
    return first.namespace.append(self, operands)
  }
}

extension Term {
  /// The sum, element by element.
  public static func + (a: Term, w: Term) throws(ExpressionError) -> Term { try Add()(a, w) }
  /// The difference, element by element.
  public static func - (a: Term, w: Term) throws(ExpressionError) -> Term { try Subtract()(a, w) }
  /// The product, element by element.
  public static func * (a: Term, w: Term) throws(ExpressionError) -> Term { try Multiply()(a, w) }
  /// The quotient, element by element.
  public static func / (a: Term, w: Term) throws(ExpressionError) -> Term { try Divide()(a, w) }
}

/// The matrix product `a w`.
public func matmul(_ a: Term, _ w: Term) throws(ExpressionError) -> Term {
  try MatrixProduct()(a, w)
}
/// `row` added to every row of `a`, as a layer adds its bias.
public func addRow(_ a: Term, _ row: Term) throws(ExpressionError) -> Term { try AddRow()(a, row) }

// MARK: Element by element

/// a / 2.
public func half(_ a: Term) -> Term { Half()(a) }
/// `factor` times a.
public func scale(_ a: Term, by factor: Double) -> Term { Scale(by: factor)(a) }
/// a².
public func square(_ a: Term) -> Term { Square()(a) }
/// eᵃ.
public func exp(_ a: Term) -> Term { Exp()(a) }
/// The natural logarithm.
public func log(_ a: Term) -> Term { Log()(a) }
/// The hyperbolic tangent.
public func tanh(_ a: Term) -> Term { Tanh()(a) }
/// The logistic function.
public func sigmoid(_ a: Term) -> Term { Sigmoid()(a) }
/// The rectifier, max(a, 0).
public func relu(_ a: Term) -> Term { ReLU()(a) }

// MARK: Row by row

/// Each row as probabilities.
public func softmax(_ a: Term) -> Term { Softmax()(a) }
/// The logarithm of each row's softmax.
public func logSoftmax(_ a: Term) -> Term { LogSoftmax()(a) }
/// The sum of each row, N×1.
public func rowSums(_ a: Term) -> Term { RowSums()(a) }
/// The largest element of each row, N×1.
public func rowMaximum(_ a: Term) -> Term { RowMaximum()(a) }
/// The cross-entropy of each row, N×1. The cross-entropy of a softmax is computed from its logits,
/// so large ones do no harm.
public func crossEntropy(_ target: Term, _ prediction: Term) throws(ExpressionError) -> Term {
  try CrossEntropy()(target, prediction)
}

// MARK: To a single number

/// The sum of all elements.
public func sum(_ a: Term) -> Term { Sum()(a) }
/// The mean of all elements.
public func mean(_ a: Term) -> Term { Mean()(a) }
/// The sum of all squares.
public func squaredNorm(_ a: Term) -> Term { SquaredNorm()(a) }
/// The square root of the sum of all squares.
public func frobeniusNorm(_ a: Term) -> Term { FrobeniusNorm()(a) }

// MARK: Rearranging

/// Rows and columns exchanged.
public func transpose(_ a: Term) -> Term { Transpose()(a) }
/// The same elements, row by row, in another shape.
public func reshape(_ a: Term, to shape: Shape) -> Term { Reshape(to: shape)(a) }
/// Some rows and columns, counted from 0; nil for all.
public func slice(_ a: Term, rows: Range<Int>? = nil, columns: Range<Int>? = nil) -> Term {
  Submatrix(rows: rows, columns: columns)(a)
}
/// `w` to the right of `a`.
public func concatenateColumns(_ a: Term, _ w: Term) throws(ExpressionError) -> Term {
  try Concatenate.columns(a, w)
}
/// `w` below `a`.
public func concatenateRows(_ a: Term, _ w: Term) throws(ExpressionError) -> Term {
  try Concatenate.rows(a, w)
}
