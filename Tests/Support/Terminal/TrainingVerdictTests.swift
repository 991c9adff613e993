import Testing

@testable import Terminal

@Suite struct TrainingVerdictTests {
  /// log 10 is 2.3026.
  @Test(
    arguments: [
      ([2.2, 85], 10, "the training loss ended at 85, where guessing gives 2.3026; "),
      ([1.5, 1.6], 10, "the training loss ended at 1.6000, after 1.5000 in the first epoch; "),
      (
        [1e9, 1.7e36], nil, "the training loss ended at 1.7e+36, after 1.0e+09 in the first epoch; "
      ),
    ] as [([Double], Int?, String)])
  func aLossThatIsNoBetterIsNamed(losses: [Double], classes: Int?, text: String) {
    let verdict = TrainingVerdict(losses: losses, classes: classes)
    #expect(verdict?.text == text + "try a smaller --learning-rate")
  }

  @Test(arguments: [[], [2.2], [2.2, 2.1], [3.0, 2.9]] as [[Double]])
  func nothingIsSaidOfALossThatFell(losses: [Double]) {
    #expect(TrainingVerdict(losses: losses, classes: 10) == nil)
  }

  /// A run that fell from 1e9 still ended worse than it began, and so may the first epoch.
  @Test(arguments: [[1e9, 1e8], [2.5]]) func aRunMayBeWorseThanWithoutIt(losses: [Double]) throws {
    let verdict = try #require(
      TrainingVerdict(losses: losses, untrained: 2, option: "--step"))
    #expect(verdict.text.hasSuffix(", after 2.0000 before the first step; try a smaller --step"))
    #expect(TrainingVerdict(losses: losses, untrained: 2e9) == nil)
  }

  @Test func oneClassForAllIsNamed() {
    func verdict(_ confusions: [[Int]], _ losses: [Double] = [2, 1]) -> TrainingVerdict? {
      TrainingVerdict(losses: losses, confusions: confusions, names: ["a", "e"])
    }
    #expect(
      verdict([[0, 3], [0, 4]])?.text
        == "every example of the validation set is taken for e; "
        + "try another --learning-rate or more --epochs")
    #expect(
      verdict([[0, 3], [0, 4]], [90, 85])?.text
        == "every example of the validation set is taken for e; the training loss ended at 85, "
        + "where guessing gives 0.6931; try a smaller --learning-rate")
    #expect(verdict([[3, 0], [0, 4]]) == nil)
    // One class is all there is; nothing was learnt yet.
    #expect(verdict([[0, 0], [0, 4]]) == nil)
    #expect(verdict([[0, 3], [0, 4]], []) == nil)
    #expect(
      verdict([[3, 1], [0, 4]], [1, 2])?.text.hasPrefix("the training loss ended") == true)
  }
}
