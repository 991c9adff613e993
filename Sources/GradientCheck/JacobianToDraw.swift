/// Of the Jacobians by one operand, the one that shows most: of small operands with rows and columns,
/// near 1; but where another is ten times as wrong, that.
struct JacobianToDraw {
  private var telling, worst: ComparedDerivatives?
  /// How many rows and columns there is more than one of.
  private var extent = -1

  /// Looks at one more. `extent` says how many sides of its operands are longer than 1.
  mutating func take(_ derivatives: ComparedDerivatives, extent: Int) {
    if derivatives.analytic.count * derivatives.elements.count > ComparedDerivatives.mostCells {
      return
    }
    if derivatives.isNear && extent > self.extent { (telling, self.extent) = (derivatives, extent) }
    guard let error = derivatives.worst?.error else { return }
    if worst.map({ isWorse(error, than: $0.worst?.error ?? 0) }) ?? true { worst = derivatives }
  }

  /// The one, if there was any.
  var choice: ComparedDerivatives? {
    guard var worst, let error = worst.worst?.error else { return telling }
    worst.isWorst = true
    guard let telling else { return worst }
    let shown = max(telling.worst?.error ?? 0, telling.tolerance)
    return error > 10 * shown ? worst : telling
  }
}
