import Entities
import Foundation
import Testing

struct ScheduleTests {
  @Test func aConstantRateStays() {
    for progress in [0, 0.5, 0.99] { #expect(Schedule.constant.factor(at: progress) == 1) }
  }

  /// ½ (1 + cos πp), by the cosines that school knows and by the C library's.
  @Test func aCosineFallsFromOneToZero() {
    #expect(Schedule.cosine.factor(at: 0) == 1)
    for (progress, factor) in [(1.0 / 3, 0.75), (0.5, 0.5), (2.0 / 3, 0.25), (1, 0)] {
      #expect(abs(Schedule.cosine.factor(at: progress) - factor) < 1e-15)
    }
    for step in 0...1000 {
      let progress = Double(step) / 1000
      let expected = 0.5 * (1 + cos(.pi * progress))
      #expect(abs(Schedule.cosine.factor(at: progress) - expected) < 1e-15, "\(progress)")
    }
  }
}
