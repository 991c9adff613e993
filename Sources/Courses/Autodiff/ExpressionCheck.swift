import GradientCheck
import Layers

/// Checks the gradients of an expression with respect to all its inputs and parameters, by central
/// differences.
///
/// One line checks a whole model: `print(checkGradients(of: loss, at: ["x": x]))`.
///
/// - Parameters:
///   - loss: a 1×1.
///   - values: the point, by names of inputs and parameters; they take the place of defaults.
///   - tolerance: the largest accepted error, as for a loss on a list.
public func checkGradients(
  of loss: Term, at values: [String: Matrix] = [:], tolerance: Double = 1e-8
) -> GradientReport {
  GradientReport(name: loss.name, tolerance: tolerance) { report in
    let recorded = try loss.namespace.evaluatedLoss(loss, values)
    report = checkGradients(of: recorded.result, on: recorded.list, tolerance: tolerance)
  }
}
