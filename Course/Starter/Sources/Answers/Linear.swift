import Layers

/// The affine map of both layers, with a bias: `b = ω [1, a]`.
///
/// - `a: N×A`: a row per example
/// - `ω: B×(A+1)`: the biases are column 0, and column j+1 holds what input j is multiplied by
/// - `b: N×B`
public struct Linear: ParameterModule {
  public init() {}

  public var operandNames: [String] { ["a", "ω"] }

  /// N×B. Given, as all shapes are.
  public func shape(_ a: Shape, _ ω: Shape) throws(ShapeError) -> Shape {
    guard ω.columns == a.columns + 1 else {
      throw ShapeError(name, "a is \(a), so ω needs \(a.columns + 1) columns, but it is \(ω)")
    }
    return Shape(a.rows, ω.rows)
  }

  /// `b[n,i] = ω[i,0] + Σⱼ ω[i,j+1] a[n,j]`. Every element of `b` is to be overwritten.
  public func forward(_ a: Matrix, _ ω: Matrix, into b: inout Matrix) {
    // answer: for each example n and each output i, begin with the bias and add input by input
    for n in 0..<a.rows {
      for i in 0..<ω.rows {
        var sum = ω[i, 0]
        for j in 0..<a.columns { sum += ω[i, j + 1] * a[n, j] }
        b[n, i] = sum
      }
    }
    // end
  }

  /// `gA[n,j] += Σᵢ gB[n,i] ω[i,j+1]`: what is in `gA` already stays, and this is added.
  public func backward(
    _ a: Matrix, _ ω: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix
  ) {
    // answer: an input reaches the loss through every output; the bias is no input
    for n in 0..<a.rows {
      for i in 0..<ω.rows {
        for j in 0..<a.columns { gA[n, j] += gB[n, i] * ω[i, j + 1] }
      }
    }
    // end
  }

  /// `ω += scale · ∂J/∂ω`, where `∂J/∂ω[i,0] = Σₙ gB[n,i]` and `∂J/∂ω[i,j+1] = Σₙ gB[n,i] a[n,j]`.
  ///
  /// With the scale 1 this adds the gradient, with −γ it is a step of gradient descent.
  public func accumulate(_ scale: Double, _ a: Matrix, _ gB: Matrix, adding ω: inout Matrix) {
    // answer: the bias is the weight of an input that is always 1
    for n in 0..<a.rows {
      for i in 0..<ω.rows {
        ω[i, 0] += scale * gB[n, i]
        for j in 0..<a.columns { ω[i, j + 1] += scale * (gB[n, i] * a[n, j]) }
      }
    }
    // end
  }
}
