import Autograder
import Formats
import Testing

/// The course's questions, answered by the package.
struct QuestionTests {
  @Test(arguments: Question.all.map(\.id))
  func packageEarnsFullPoints(_ id: String) throws {
    let question = try #require(Question.all.first { $0.id == id })
    let result = try question.grade(PackageSubmission(), ReferenceFiles.find())
    Scoreboard.record(result)
    #expect(result.failures == [])
    #expect(result.score == question.points)
  }

  @Test func pointsAreTheCourses() {
    #expect(Question.all.map(\.id) == ["Q1", "Q2", "Q3", "Q4", "Q5", "Q6"])
    #expect(Question.all.map(\.points) == [20, 25, 20, 10, 10, 15])
  }

  @Test func partsAreNumberedInOrder() {
    for question in Question.all {
      let expected = question.parts.indices.map { "\(question.id).\($0 + 1)" }
      #expect(question.parts.map(\.id) == expected)
    }
  }

  @Test func missingFilesAreNotTheSubmissionsFault() throws {
    let here = ReferenceFiles(outputs: "/nowhere", data: "/nowhere")
    for question in Question.all.dropLast() {
      let error = #expect(throws: FileError.self) {
        try question.grade(PackageSubmission(), here)
      }
      #expect(error?.kind == .noInput)
      #expect(error?.path.hasPrefix("/nowhere/") == true)
    }
  }
}
