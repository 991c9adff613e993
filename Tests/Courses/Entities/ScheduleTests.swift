import Foundation
import Learning
import Random
import Testing

@testable import Entities

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

  /// Two epochs of three steps: the k-th step's rate is that after k of 6.
  @Test func trainingFollowsIt() throws {
    let titles = try smallTitles(20)
    var random = RandomState(seed: 3)
    let history = try smallNetwork(.mlp, batch: 8).train(
      titles, validation: titles, epochs: 2, rate: 0.5, schedule: .cosine, random: &random)

    let network = try smallNetwork(.mlp, batch: 8)
    random = RandomState(seed: 3)
    var losses: [Double] = []
    for _ in 0..<2 {
      let batches = Minibatches(titles, order: random.permutation(20), size: 8)
      for k in 0..<3 {
        let rate = 0.25 * (1 + cos(.pi * Double(losses.count) / 6))
        losses.append(try network.step(batches, k, rate: rate))
      }
    }
    #expect(history.minibatches.count == 6)
    for (found, expected) in zip(history.minibatches, losses) {
      #expect(abs(found - expected) < 1e-12)
    }
  }
}
