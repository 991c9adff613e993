import Autograder
import CLibrary
import Formats
import Terminal

let gradeCommand = Command(
  "grade", summary: "Grade the layers and the network against the reference outputs.",
  options: [
    Option("json", "j", value: "FILE", help: "also write Gradescope's results.json"),
    Option(
      "question", "q", value: "ID", choices: Question.all.map(\.id),
      help: "grade this one here and print JSON: shows where a layer traps"),
  ],
  examples: ["ocr grade", "ocr grade --json results.json"])

/// `ocr grade`: each question in a child process of its own, with 60 s, so that a trap or an
/// endless loop in a layer costs the points of one question only.
func grade(_ arguments: ParsedArguments) throws -> ExitCode {
  if let id = arguments.optionalString("question") { return try answer(id) }
  _ = try ReferenceFiles.find()
  let grader = IsolatedGrader { [thisProgram, "grade", "--question", $0.id] }
  var graded = 0
  let report = try grader.grade { report in
    if let file = arguments.optionalString("json") {
      try writeAtomically(Array((report.gradescopeResults.text + "\n").utf8), to: file)
    }
    if graded > 0 { try Output.standard.write("\(report.results[graded - 1])\n") }
    graded += 1
  }
  try Output.standard.write("\(report.totalLine)\n")
  return report.isPerfect ? .success : .failure
}

/// The child's part: grades one question and prints the answer for the parent. It ends by itself
/// should the parent be gone.
private func answer(_ id: String) throws -> ExitCode {
  alarm(90)
  for question in Question.all where question.id == id {
    let result = try question.grade(PackageSubmission(), try ReferenceFiles.find())
    try Output.standard.write("\(result.answer)\n")
  }
  return .success
}

/// The path of this executable, to start it again.
private var thisProgram: String {
  #if os(Linux)
    "/proc/self/exe"
  #else
    CommandLine.arguments[0]
  #endif
}
