import CLibrary
import Formats
import Harness
import Layers
import Network
import TestSupport
import Testing
import Wire

@Suite(.firstIssues) struct HarnessTests {
  private let answers = Executable("answers").path

  private func sigmoid(_ values: Double...) -> Request {
    let a = SafetensorsFile.Tensor("a", shape: [1, values.count], values: values)
    return Request("sigmoid", tensors: [a])
  }

  @Test func answersComeInOrder() throws {
    let run = ChildProcess.run([answers], input: sigmoid(0).bytes + sigmoid(2, 2).bytes)
    #expect(run.ending == .exited(0))
    let half = SafetensorsFile.Tensor("b", shape: [1, 1], values: [0.5])
    let first = Answer.tensors([half]).bytes
    #expect(run.output.starts(with: first))
    guard case .tensors(let second) = try Answer(bytes: Array(run.output.dropFirst(first.count)))
    else {
      Issue.record("no second answer")
      return
    }
    #expect(second.map(\.shape) == [[1, 2]])
  }

  @Test func aFunctionThatNobodyHasIsNotWritten() {
    guard
      case .notWritten(#"the function "hello""#) = PackageSubmission().answer(
        Request("hello", tensors: []))
    else {
      Issue.record("there is an answer")
      return
    }
  }

  @Test(arguments: [
    (Array("hello, grader".utf8), "a message that begins with"),
    (Array(Request("sigmoid", tensors: []).bytes.dropLast(3)), "a message that ends after"),
    ([2, 0, 0, 0, 0, 0, 0, 0, 0x7B, 0x7D], "names no function"),
    (
      [47, 0, 0, 0, 0, 0, 0, 0] + Array(#"{"a":{"data_offsets":[0,9223372036854775807]}} "#.utf8),
      "a message that ends after 55 bytes of 9223372036854775807"
    ),
  ])
  func whatIsNoRequestIsRefused(_ input: [UInt8], _ words: String) {
    let run = ChildProcess.run([answers], input: input)
    let message = String(decoding: run.errors, as: UTF8.self)
    #expect(run.ending == .exited(65) && run.output == [])
    #expect(message.hasPrefix("answers: standard input: ") && message.contains(words))
    #expect(message.filter { $0 == "\n" }.count == 1)
  }

  @Test func aRequestThatLacksSomethingThrows() {
    guard
      case .threw(#"the request has no tensor "a""#) = PackageSubmission().answer(
        Request("sigmoid", tensors: []))
    else {
      Issue.record("there is an answer")
      return
    }
  }

  /// ∂J/∂b is ŷ − y, and here ŷ is what no softmax gives.
  @Test(arguments: [NetworkModules(), .asWritten])
  func theBackwardPassTakesTheGivenValues(_ modules: NetworkModules) throws {
    let network = try Network(inputs: 2, hidden: 2, classes: 2, modules)
    let o = Intermediates(
      x: Matrix(row: [1, 2]), a: Matrix(row: [0, 0]), z: Matrix(row: [3, 5]),
      b: Matrix(row: [0, 0]), ŷ: Matrix(row: [0.75, 0.25]), loss: 0)
    try network.setParameters(
      alpha: Matrix(rows: 2, columns: 3), beta: Matrix(rows: 2, columns: 3, [0, 1, 0, 0, 0, 1]))
    let g = try network.backward(y: Matrix(row: [1, 0]), after: o)
    #expect(g.b.isClose(to: [-0.25, 0.25]))
    #expect(g.beta.isClose(to: [-0.25, -0.75, -1.25, 0.25, 0.75, 1.25]))
    // z (1 − z) is −6 and −20.
    #expect(g.a.isClose(to: [1.5, -5]))
  }

  @Test func whatIsNotWrittenEndsAProgramThatNobodyAsks() async {
    await #expect(processExitsWith: .exitCode(70)) { notWritten() }
  }
}
