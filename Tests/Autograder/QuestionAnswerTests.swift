import Layers
import Testing

@testable import Autograder

struct QuestionAnswerTests {
  let prediction = Question.all[3]

  @Test(arguments: Question.all.map(\.id))
  func readsBackWhatWasWritten(_ id: String) throws {
    let question = try #require(Question.all.first { $0.id == id })
    let sigmoid = AlteredUnary(original: Sigmoid(), forward: { _, z in z.fill(.nan) })
    let result = try question.grade(ModulesSubmission(sigmoid: sigmoid), .find())
    let answer = Array(result.answer.utf8)
    #expect(!answer.contains(UInt8(ascii: "\n")))
    let decoded = try #require(QuestionResult(question, answer: answer))
    #expect(decoded.parts.map(\.checks) == result.parts.map(\.checks))
    #expect(decoded.score == result.score)
  }

  @Test func oneCheckOfAnAnswer() throws {
    let answer = """
      {"question":"Q4","parts":[{"id":"Q4.1","checks":[{"name":"labels","failure":null}]},\
      {"id":"Q4.2","checks":[{"name":"labels","failure":"bad"}]},\
      {"id":"Q4.3","checks":[{"name":"labels","failure":null}]}]}
      """
    let result = try #require(QuestionResult(prediction, answer: Array(answer.utf8)))
    #expect(result.score == 6)
    #expect(result.failures == ["Q4.2 labels: bad"])
    #expect(result.answer == answer)
  }

  static let part = #"{"id":"Q4.1","checks":[{"name":"labels","failure":null}]}"#
  static let others = """
    {"id":"Q4.2","checks":[{"name":"","failure":""}]},{"id":"Q4.3","checks":[{"name":"",\
    "failure":null}]}
    """

  @Test(arguments: [
    "", "garbage", "null", "[]", #"{"question":"Q4"}"#, #"{"question":"Q4","parts":{}}"#,
    #"{"question":"Q4","parts":[\#(part)]}"#,
    #"{"question":"Q3","parts":[\#(part),\#(others)]}"#,
    #"{"question":"Q4","parts":[\#(others),\#(part)]}"#,
    #"{"question":"Q4","parts":[\#(part),\#(others),\#(part)]}"#,
    #"{"question":"Q4","parts":[{"id":"Q4.1","checks":[]},\#(others)]}"#,
    #"{"question":"Q4","parts":[{"id":"Q4.1","checks":[{"name":"a"}]},\#(others)]}"#,
    #"{"question":"Q4","parts":[{"id":"Q4.1","checks":[{"failure":null}]},\#(others)]}"#,
    #"{"question":"Q4","parts":[{"id":"Q4.1","checks":[{"name":"a","failure":1}]},\#(others)]}"#,
    #"{"question":"Q4","parts":[{"id":"Q4.1","checks":[{"name":"a","failure":null},7]},\#(others)]}"#,
    #"{"question":"Q4","parts":[\#(part),\#(others)]} more"#,
  ])
  func refusesEverythingElse(_ text: String) {
    #expect(QuestionResult(prediction, answer: Array(text.utf8)) == nil)
  }

  @Test func theRefusedTextsAreWrongInOnePlace() {
    let text = #"{"question":"Q4","parts":[\#(Self.part),\#(Self.others)]}"#
    #expect(QuestionResult(prediction, answer: Array(text.utf8)) != nil)
  }
}
