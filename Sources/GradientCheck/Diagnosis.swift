import Layers

/// The derivatives of outputs k with respect to elements i of an operand, where `backward` gives other
/// ones, `analytic[k][i]`, than difference quotients do, `numeric[i][k]`.
struct WrongJacobian {
  let operand: Int
  let shape: Shape
  let output: Shape
  /// Whether it was taken near 1.
  let isNear: Bool
  let analytic: [[Double]]
  let numeric: [[Double]]
  /// The most that one of `numeric` may be off by.
  let uncertainty: Double
}

extension JacobianCheck {
  /// What the wrong Jacobians have in common, for each operand the first of these that holds for all:
  /// where none does, nothing.
  var diagnosis: [String] {
    module.operandNames.enumerated().compactMap { k, name in
      let wrong = wrong.filter { $0.operand == k }
      guard let words = commonMistake(wrong) else { return nil }
      return "the gradient of \(name) \(words)"
    }
  }
}

/// Mistakes that a Jacobian shows by itself, the more particular first.
private var mistakes: [(words: String, holds: (WrongJacobian) -> Verdict)] {
  [
    ("is missing: backward adds nothing", { $0.verdict { _, _ in 0 } }),
    ("has the wrong sign", { wrong in wrong.verdict { k, i in -wrong.numeric[i][k] } }),
    ("lacks the off-diagonal terms", \.lacksOffDiagonal),
    ("lacks the diagonal terms", \.lacksDiagonal),
    ("is the transpose", \.isTransposed),
    ("is right for the first row of a batch only", { $0.isRightForRow(0) }),
    ("is right for the last row of a batch only", { $0.isRightForRow($0.shape.rows - 1) }),
  ]
}

/// Whether a mistake explains a Jacobian; some matrices are too small to tell.
private enum Verdict { case yes, no, cannotTell }

private func commonMistake(_ wrong: [WrongJacobian]) -> String? {
  if wrong.isEmpty { return nil }
  for mistake in mistakes where holds(for: wrong, mistake.holds) { return mistake.words }
  return commonFactor(wrong) ?? missingRow(wrong)
    ?? (wrong.allSatisfy({ !$0.isNear }) ? "is right near 1 and wrong farther out" : nil)
}

/// Whether something holds for all that can tell, and there is one.
private func holds(for wrong: [WrongJacobian], _ verdict: (WrongJacobian) -> Verdict) -> Bool {
  let verdicts = wrong.map(verdict)
  return verdicts.contains(.yes) && !verdicts.contains(.no)
}

/// The one factor by which all are wrong.
private func commonFactor(_ wrong: [WrongJacobian]) -> String? {
  func isCommon(_ factor: (WrongJacobian) -> Double) -> Bool {
    holds(for: wrong) { $0.isTimes(factor($0)) }
  }
  if let factor = wrong[0].factor, isCommon({ _ in factor }) { return words(factor: factor) }
  if isCommon({ 1 / Double($0.output.rows) }) { return "is divided by the number of rows" }
  return isCommon { Double($0.output.rows) } ? "is multiplied by the number of rows" : nil
}

private func words(factor: Double) -> String {
  func short(_ number: Double) -> String {
    let rounded = (number * 1e4).rounded() / 1e4
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }
  let size = abs(factor)
  if abs(size - 1) < 0.001 || size > 1e6 || size < 1e-6 {
    return "is off by a factor of \((factor * 1e10).rounded() / 1e10)"
  }
  let sign = factor < 0 ? "has the wrong sign and " : ""
  return size > 1
    ? "\(sign)is \(short(size)) × too large" : "\(sign)is \(short(1 / size)) × too small"
}

/// A row of the operand, such as that of the biases, whose gradient is always 0.
private func missingRow(_ wrong: [WrongJacobian]) -> String? {
  let rows = 0..<(wrong.map(\.shape.rows).min() ?? 0)
  let missing = rows.first { row in holds(for: wrong) { $0.isMissing(row) } }
  return missing.map { "is missing in row \($0)" }
}

// MARK: One Jacobian

extension WrongJacobian {
  /// The largest distance of `backward` from other derivatives.
  private func distance(to expected: (_ k: Int, _ i: Int) -> Double) -> Double {
    analytic.indices.reduce(0) { largest, k in
      numeric.indices.reduce(largest) {
        max($0, relativeError(analytic[k][$1], expected(k, $1), scale: 1))
      }
    }
  }

  /// Whether these derivatives explain those of `backward`: but for 1 % of what is wrong with them.
  /// Nothing explains NaN.
  fileprivate func verdict(_ expected: (_ k: Int, _ i: Int) -> Double) -> Verdict {
    let error = distance { k, i in numeric[i][k] }
    if error == .infinity { return .no }
    if uncertainty > 0.01 * error { return .cannotTell }
    return distance(to: expected) <= 0.01 * error + 2 * uncertainty ? .yes : .no
  }

  private var isSquare: Bool { analytic.count > 1 && analytic.count == numeric.count }

  fileprivate var lacksOffDiagonal: Verdict {
    isSquare ? verdict { k, i in k == i ? numeric[i][k] : 0 } : .cannotTell
  }

  fileprivate var lacksDiagonal: Verdict {
    isSquare ? verdict { k, i in k == i ? 0 : numeric[i][k] } : .cannotTell
  }

  /// As the gradient, or as the whole Jacobian.
  fileprivate var isTransposed: Verdict {
    let (rows, columns) = (shape.rows, shape.columns)
    if rows == columns && rows > 1 {
      let verdict = verdict { k, i in numeric[i % columns * rows + i / columns][k] }
      if verdict == .yes || !isSquare { return verdict }
    }
    return isSquare ? verdict { k, i in numeric[k][i] } : .cannotTell
  }

  /// Whether the gradient of that row is right, and that of others 0.
  fileprivate func isRightForRow(_ row: Int) -> Verdict {
    if shape.rows == 1 { return .cannotTell }
    return verdict { k, i in i / shape.columns == row ? numeric[i][k] : 0 }
  }

  fileprivate func isMissing(_ row: Int) -> Verdict {
    verdict { k, i in i / shape.columns == row ? 0 : numeric[i][k] }
  }

  fileprivate func isTimes(_ factor: Double) -> Verdict {
    verdict { k, i in factor * numeric[i][k] }
  }

  /// What all derivatives are to be divided by to be right, in the mean.
  fileprivate var factor: Double? {
    let products = analytic.indices.flatMap { k in
      numeric.indices.map { i in (analytic[k][i] * numeric[i][k], numeric[i][k] * numeric[i][k]) }
    }
    let factor = products.reduce(0) { $0 + $1.0 } / products.reduce(0) { $0 + $1.1 }
    return factor.isFinite && factor != 0 ? factor : nil
  }
}
