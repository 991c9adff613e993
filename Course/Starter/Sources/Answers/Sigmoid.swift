import Foundation
import Layers

/// The hidden layer's activation, element by element: `b = 1 / (1 + exp(−a))`.
///
/// - `a`, `b`: any shape, the same
///
/// The loops over the elements are given: what is to be written are the value and the gradient of one.
public struct Sigmoid: ElementwiseModule {
  public init() {}

  /// `1 / (1 + exp(−a))`.
  public func value(_ a: Double) -> Double {
    // answer: `exp` is Foundation's; is the result a number for a = −1000, too?
    1 / (1 + exp(-a))
    // end
  }

  /// `∂J/∂a` for one element, where `b = value(a)` and `gB = ∂J/∂b`.
  public func gradient(_ a: Double, _ b: Double, _ gB: Double) -> Double {
    // answer: the slope of the sigmoid is simplest in terms of b
    gB * b * (1 - b)
    // end
  }
}
