import TestSupport
import Testing

@testable import Layers

/// How far the functions are from the truth, in units of the last place.
@Suite(.firstIssues) struct ElementaryAccuracyTests {
  #if arch(x86_64) && !os(Windows)
    /// A million points and more for each function.
    @Test(arguments: ElementaryFunction.allCases)
    func isWithinItsBoundAtRandomPoints(function: ElementaryFunction) {
      var random = MixedBits(state: 1)
      let vectors = 1_000_000 / Vector.scalarCount / function.intervals.count + 1
      for interval in function.intervals {
        var worst = (error: 0.0, x: 0.0)
        for _ in 0..<vectors {
          let x = Vector.random(in: interval, using: &random)
          let y = function(x)
          for lane in x.indices {
            let truth = function.reference(x[lane])
            let error = abs(Double((Float80(y[lane]) - truth) / Float80(Double(truth).ulp)))
            if !(error <= worst.error) { worst = (error, x[lane]) }
          }
        }
        #expect(worst.error <= function.bound, "\(function)(\(worst.x)) in \(interval)")
      }
    }
  #endif

  /// Against values of 60 digits, on every platform.
  @Test(arguments: ElementaryFunction.allCases)
  func isWithinItsBoundAtReferencePoints(function: ElementaryFunction) throws {
    let references = try ElementaryReference.all(of: function)
    #expect(references.count > 500)
    for reference in references {
      let error = reference.error(of: function(reference.x))
      #expect(abs(error) <= function.bound, "\(function)(\(reference.x))")
    }
  }
}

/// Sebastiano Vigna's splitmix64: quick and the same every time.
private struct MixedBits: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
