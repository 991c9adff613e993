import Layers
import Operations

/// Soft attention: what each of M queries looks at among N keys.
///
/// `Q: M×d`, a query per row; `D: N×d`, a key per row. All M·N scores are one matrix product, each
/// row of which becomes a distribution:
///
///     S = Q Dᵀ          A = softmax(S), row by row          A: M×N
///
/// `softmax` subtracts a row's largest score first, so scores of any finite size do not overflow.
/// With values V: N×e, `A V` are the M weighted means. Source: M.-T. Luong et al., "Effective
/// Approaches to Attention-based Neural Machine Translation" (2015), the score "dot".
///
/// - Throws: `ShapeError` when queries and keys are of different length.
public func attention(_ queries: Matrix, _ keys: Matrix) throws(ShapeError) -> Matrix {
  try Softmax().forward(MatrixProduct().forward(queries, keys.transposed))
}
