import Layers

/// Derivatives from difference quotients, with what each may be off by.
struct RefinedQuotients {
  var values: [Double]
  var uncertainties: [Double]
}

/// The derivatives of all outputs of `f` with respect to element i of matrix `k` of a point, for where
/// one step is not enough: of `log` at 0.001 it is too wide, of a sigmoid at 20 too narrow.
///
/// Of four steps h, from 1 % of the element's magnitude down, but of 1 at most, and
///
///     D(h) = (8 (f(x + h) − f(x − h)) − (f(x + 2h) − f(x − 2h))) / 12h,
///
/// which is off by h⁴ f⁽⁵⁾(x) / 30, each output takes the one that differs least from the next. What
/// it may be off by is that difference, and what rounding in `f` may do: some units in the last place
/// of the largest number at hand, over h.
func refinedQuotients<Failure>(
  _ point: [Matrix], _ k: Int, element i: Int, _ f: ([Matrix]) throws(Failure) -> [Double]
) throws(Failure) -> RefinedQuotients {
  let (row, column) = (i / point[k].columns, i % point[k].columns)
  let x = point[k][row, column]
  let size = x == 0 ? 1 : min(1, abs(x))
  let largest = point.map { $0.values.reduce(1) { max($0, abs($1)) } }.max() ?? 1
  func moved(by h: Double) throws(Failure) -> [Double] {
    var point = point
    point[k][row, column] = x + h
    return try f(point)
  }
  var best = RefinedQuotients(values: [], uncertainties: [])
  var last: [Double]?
  for h in [1e-2, 1e-3, 1e-4, 1e-5].map({ $0 * size }) {
    let (above, below) = (try moved(by: h), try moved(by: -h))
    let (farAbove, farBelow) = (try moved(by: 2 * h), try moved(by: -2 * h))
    let quotients = above.indices.map { k in
      (8 * (above[k] - below[k]) - (farAbove[k] - farBelow[k])) / (12 * h)
    }
    if let last {
      let uncertainties = quotients.indices.map { k in
        abs(quotients[k] - last[k]) + 1e-15 * max(largest, abs(above[k])) / h
      }
      best.take(quotients, uncertainties)
    }
    last = quotients
  }
  return best
}

extension RefinedQuotients {
  /// Takes those that are less uncertain.
  fileprivate mutating func take(_ others: [Double], _ uncertainties: [Double]) {
    if values.isEmpty { self = RefinedQuotients(values: others, uncertainties: uncertainties) }
    for k in others.indices
    where uncertainties[k] < self.uncertainties[k] || self.uncertainties[k].isNaN {
      (values[k], self.uncertainties[k]) = (others[k], uncertainties[k])
    }
  }
}
