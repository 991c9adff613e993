import Learning
import TestSupport
import Testing

@Suite(.firstIssues) struct FiniteMeanTests {
  @Test func isTheMeanOfAllExamples() throws {
    var mean = FiniteMean(of: "the loss", cause: "why?")
    try mean.add(1)
    try mean.add(4, weight: 3)
    #expect(mean.value == 3.25)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func refusesWhatIsNoNumber(value: Double) throws {
    var mean = FiniteMean(of: "the loss", epoch: 2, cause: "is it too large?")
    try mean.add(5)
    let error = #expect(throws: NotFiniteError.self) { try mean.add(value, example: 7) }
    #expect(
      error?.description == "epoch 2, example 7: the loss is not finite (is it too large?)")
    #expect(mean.value == 5)
  }

  @Test(arguments: [
    (NotFiniteError("ŷ", example: 3), "example 3: ŷ is not finite"),
    (NotFiniteError("J", epoch: 1, cause: "why?"), "epoch 1: J is not finite (why?)"),
  ])
  func errorsSayWhatIsKnown(error: NotFiniteError, message: String) {
    #expect(error.description == message)
  }
}
