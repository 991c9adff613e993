import Formats
import TestSupport
import Testing
import Wire

@Suite(.firstIssues) struct WireTests {
  @Test func requestsComeBackAsTheyWere() throws {
    let tensor = SafetensorsFile.Tensor("a", shape: [2, 3], values: [1, -2, .infinity, 0, 5, 6])
    let request = Request("linear", texts: [Named("of", "a")], tensors: [tensor])
    let read = try Request(bytes: request.bytes)
    #expect(read.function == "linear" && read.text("of") == "a" && read.text("function") == nil)
    #expect(read["a"] == tensor && read["b"] == nil)
  }

  @Test func answersComeBackAsTheyWere() throws {
    let tensor = SafetensorsFile.Tensor("b", shape: [1, 1], values: [0.5])
    guard case .tensors([tensor]) = try Answer(bytes: Answer.tensors([tensor]).bytes),
      case .notWritten("f() at a.swift:1") = try Answer(
        bytes: Answer.notWritten("f() at a.swift:1").bytes),
      case .threw("no") = try Answer(bytes: Answer.threw("no").bytes)
    else {
      Issue.record("an answer is another one")
      return
    }
  }

  @Test(arguments: [
    (SafetensorsFile(tensors: []), "the metadata names no function"),
    (
      SafetensorsFile(
        tensors: [.init("a", shape: [2], values: [1, 2])], metadata: [Named("function", "sigmoid")]),
      #""a" has 1 axes, where 2 are expected"#
    ),
  ])
  func requestsThatAreNone(_ file: SafetensorsFile, _ message: String) {
    let error = #expect(throws: FileError.self) { try Request(bytes: file.bytes) }
    #expect(error?.message == message)
  }

  @Test func anOutcomeMustBeOneOfTheWires() {
    let file = SafetensorsFile(tensors: [], metadata: [Named("outcome", "100 points")])
    let error = #expect(throws: FileError.self) { try Answer(bytes: file.bytes) }
    #expect(error?.message == #"the outcome "100 points""#)
  }
}
