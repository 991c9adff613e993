import Graph
import Layers

/// Checks the gradients of a loss with respect to the parameters of a list, by central differences.
///
/// One line checks a whole net, at the point that its registers hold, so a batch must be there:
/// `print(checkGradients(of: loss, on: list))`. Where every derivative is 0, nothing is checked, and
/// that is a failure.
///
/// An error is relative to the largest entry of a matrix's gradient, but to no less than 0.01, or 1 %
/// of a larger loss: below that the rounding of the loss shows in the difference quotient.
///
/// - Parameters:
///   - loss: a register; of a matrix, the sum of its elements is differentiated.
///   - list: the list; its values are changed and restored, its gradients are those of the loss.
///   - registers: what to differentiate by; by default all parameters.
///   - tolerance: the largest accepted error.
public func checkGradients(
  of loss: Register, on list: WengertList, by registers: [Register]? = nil,
  tolerance: Double = 1e-8
) -> GradientReport {
  let name = list.name(of: loss)
  let registers = registers ?? list.parameters
  return GradientReport(name: name, tolerance: tolerance) { report in
    list.zeroGradients()
    try list.forward(to: loss)
    try list.backward(from: loss)
    let (difference, norm) = try report.compare(
      registers.map(list.gradient), of: name, by: registers.map(list.name),
      at: registers.map(list.value)
    ) { point throws(ShapeError) in
      for (register, value) in zip(registers, point) { try list.setValue(value, of: register) }
      try list.forward(to: loss)
      return list.value(of: loss).values.reduce(0, +)
    }
    if difference == 0 && norm == 0 {
      report.failure = "every derivative is 0 here: have the inputs their values?"
    }
  }
}
