import Foundation
import Grading
import TestSupport
import Testing
import Wire

@testable import Cases
@testable import Questions

/// Questions in a folder are those that were written there.
@Suite(.firstIssues) struct CaseFolderTests {
  private let scratch: Scratch
  private let folder: CaseFolder

  init() throws {
    scratch = try Scratch()
    folder = CaseFolder(scratch.file("cases"))
    let questions = QuestionPlan.course(CaseSource(files: try .find(), seed: 3, hiddenSeed: 4))
    try folder.write(
      questions, letters: checkoutFile("handout-data").path.relative(to: folder.path))
  }

  private struct Asked: Equatable {
    let title: String
    let request: [UInt8]
    let right: [UInt8]
    let tolerances: [Double]
    let isHidden: Bool

    init(_ case: Case) {
      title = `case`.title
      // The letters come last when they were read from their files.
      let request = `case`.request
      self.request =
        Request(
          request.function, texts: request.texts,
          tensors: request.tensors.sorted { $0.name < $1.name }
        ).bytes
      right = Answer.tensors(`case`.expected.map(\.value)).bytes
      tolerances = `case`.expected.map(\.tolerance)
      isHidden = `case`.isHidden
    }
  }

  private func asked(_ questions: [QuestionPlan]) -> [[Asked]] {
    questions.flatMap(\.parts).map { part in
      switch part.contents {
      case .cases(let cases): cases.map(Asked.init)
      case .differences(let request): [Asked(Case("", request, expected: []))]
      case .unreadable: []
      }
    }
  }

  @Test func everythingComesBack() throws {
    let written = QuestionPlan.course(CaseSource(files: try .find(), seed: 3, hiddenSeed: 4))
    let read = try folder.read().questions
    #expect(read.map(\.title) == written.map(\.title))
    #expect(read.map { $0.parts.map(\.id) } == written.map { $0.parts.map(\.id) })
    #expect(read.map { $0.parts.map(\.points) } == written.map { $0.parts.map(\.points) })
    #expect(asked(read) == asked(written))
    #expect(asked(read).joined().contains { $0.isHidden })
  }

  /// A large set of letters is in its file, not in the case.
  @Test func lettersAreNotWrittenAgain() throws {
    let file = scratch.file("cases/Q5.3/3.request.safetensors")
    #expect(try Data(contentsOf: URL(filePath: file)).count < 1000)
  }

  @Test(arguments: [
    ("questions.json", "{", "questions.json: "),
    ("questions.json", #"{"letters":"x"}"#, "a list \"questions\" is missing"),
    (
      "questions.json",
      #"{"letters":"x","questions":[{"id":"Q","title":"t","parts":[{"id":"P","title":"t","points":-1}]}]}"#,
      "the points of \"P\" must be a number from 0 on"
    ),
    ("Q1.1/1.request.safetensors", "short", "1.request.safetensors: "),
    ("Q1.1/1.right.safetensors", "\u{2}\0\0\0\0\0\0\0{}", "has no tensor"),
  ]) func whatIsWrongIsSaid(file: String, text: String, message: String) throws {
    try Data(text.utf8).write(to: URL(filePath: scratch.file("cases/" + file)))
    #expect {
      try folder.read()
    } throws: {
      "\($0)".contains(message)
    }
  }

  @Test func operandsOfDifferencesMustBeThere() throws {
    let request = Request("differences", texts: [.init("of", "linear")], tensors: [])
    try Data(request.bytes).write(
      to: URL(filePath: scratch.file("cases/Q6.1/1.request.safetensors")))
    #expect {
      try folder.read()
    } throws: {
      "\($0)".contains("lacks operands")
    }
  }
}

extension String {
  /// The way from a folder to this path, up to the root and down again.
  fileprivate func relative(to folder: String) -> String {
    String(repeating: "../", count: folder.split(separator: "/").count) + dropFirst()
  }
}
