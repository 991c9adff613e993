import Autograder
import CLibrary
import Formats
import Terminal

private let json = Option(
  "json", "j", as: .outputFile, value: "FILE", help: "also write Gradescope's results.json")
private let question = Option(
  "question", "q", as: .choice(of: Question.all) { $0.id },
  help: "grade this one here and print JSON: shows where a layer traps")

let gradeCommand = Command(
  "grade", summary: "Grade the layers and the network against the reference outputs.",
  options: [json, question], examples: ["ocr grade", "ocr grade --json results.json"], run: grade)

/// `ocr grade`: each question in a child process of its own, with 60 s, so that a trap or an
/// endless loop in a layer costs the points of one question only.
private func grade(_ arguments: ParsedArguments) throws -> ExitCode {
  if let question = arguments[question] { return try answer(question) }
  _ = try ReferenceFiles.find()
  let grader = IsolatedGrader { [thisProgram, "grade", "--question", $0.id] }
  var graded = 0
  let report = try grader.grade { report in
    if let file = arguments[json] {
      try ResultFile(file).write(report.gradescopeResults.text + "\n")
    }
    if graded > 0 { try Output.standard.write("\(report.results[graded - 1])\n") }
    graded += 1
  }
  try Output.standard.write("\(report.totalLine)\n")
  return report.isPerfect ? .success : .failure
}

/// The child's part: grades one question and prints the answer for the parent. It ends by itself
/// should the parent be gone.
private func answer(_ question: Question) throws -> ExitCode {
  alarm(90)
  let result = try question.grade(PackageSubmission(), try ReferenceFiles.find())
  try Output.standard.write("\(result.answer)\n")
  return .success
}
