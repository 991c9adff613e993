import GradientCheck
import Layers
import Operations
import TestSupport
import Testing

@Suite(.firstIssues) struct DotProductLinearTests {
  @Test(arguments: 0..<3 as Range<UInt32>) func passes(seed: UInt32) {
    let report = checkGradients(of: DotProductLinear(), seed: seed)
    #expect(report.passed, "\(report)")
  }
}
