import Entities
import Testing

/// The sizes of the assignment's report; all else stays as it is.
struct ExperimentTests {
  @Test func minibatchesOfThreeSizes() {
    let settings = Experiment.batchSize.sizes.map { Experiment.batchSize.settings($0) }
    #expect(settings.map(\.batch) == [16, 32, 64])
    #expect(settings.map(\.maxLength) == [10, 10, 10])
  }

  @Test func titlesOfThreeLengths() {
    let settings = Experiment.maxLength.sizes.map { Experiment.maxLength.settings($0) }
    #expect(settings.map(\.maxLength) == [10, 15, 20])
    #expect(settings.map(\.batch) == [64, 64, 64])
  }
}
