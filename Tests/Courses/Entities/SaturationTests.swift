import Entities
import Foundation
import Random
import Testing

/// A thousand inputs, and the largest weight for which the unit still learns.
struct SaturationCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let inputs: [Double]
  /// 2 / Σ |xᵢ|, but at most 1.
  let scale: Double
}

private let inputs = [
  SaturationCase(
    testDescription: "one-hot", inputs: [1] + Array(repeating: 0, count: 999), scale: 1),
  SaturationCase(
    testDescription: "small", inputs: Array(repeating: 0.01, count: 1000), scale: 0.2),
  SaturationCase(testDescription: "big", inputs: Array(repeating: 1, count: 1000), scale: 0.002),
]

/// About tanh(½) for a one-hot row of the mean weight, and tanh(1) otherwise: 1 − y² ≥ 0.4.
@Test(arguments: inputs)
func aSmallEnoughScaleKeepsTheUnitOutOfSaturation(unit: SaturationCase) {
  for seed in 0..<20 as Range<UInt32> {
    var random = RandomState(seed: seed)
    #expect(tanhGradient(unit.inputs, weightsUpTo: unit.scale, &random) >= 0.4)
  }
}

/// Twenty times as much, and hardly any of the gradient gets through, unless the only weight that
/// counts happens to be small.
@Test(arguments: inputs)
func aLargeScaleSaturatesTheUnit(unit: SaturationCase) {
  let gradients = (0..<20 as Range<UInt32>).map { seed in
    var random = RandomState(seed: seed)
    return tanhGradient(unit.inputs, weightsUpTo: 20 * unit.scale, &random)
  }
  #expect(gradients.filter { $0 < 1e-3 }.count >= 12)
}

/// A scale of 1 suits one-hot inputs and nothing else.
@Test(arguments: [(0, true), (1, false), (2, false)])
func weightsUpToOneSuitOneHotInputsAlone(which: Int, learns: Bool) {
  var random = RandomState(seed: 0)
  #expect((tanhGradient(inputs[which].inputs, weightsUpTo: 1, &random) >= 0.4) == learns)
}

/// 1 − tanh²(2 · ½) for a single weight that is drawn as numpy.random.RandomState(0) does.
@Test func theGradientIsThatOfTheHyperbolicTangent() {
  var (random, same) = (RandomState(seed: 0), RandomState(seed: 0))
  let y = tanh(2 * same.uniform(0, 1))
  #expect(abs(tanhGradient([2], weightsUpTo: 1, &random) - (1 - y * y)) <= 1e-15)
}
