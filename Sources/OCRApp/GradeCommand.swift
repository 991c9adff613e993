import Autograder
import Formats
import Terminal

let gradeCommand = Command(
  "grade", summary: "Grade the layers and the network against the reference outputs.",
  options: [
    Option("json", "j", value: "FILE", help: "also write Gradescope's results.json"),
    Option(
      "question", "q", value: "ID", choices: Question.all.map(\.id),
      help: "grade this one here, not in a process of its own, and print JSON"),
  ],
  examples: ["ocr grade", "ocr grade --json results.json"])

/// `ocr grade`: each question in a child process of its own, with 60 s, so that a trap or an
/// endless loop in a layer costs the points of one question only.
func grade(_ arguments: ParsedArguments) throws -> ExitCode {
  if let id = arguments.optionalString("question") { return try answer(id) }
  _ = try ReferenceFiles.find()
  let grader = IsolatedGrader { [thisProgram, "grade", "--question", $0.id] }
  let report = try grader.grade { report in
    guard let file = arguments.optionalString("json") else { return }
    try writeAtomically(Array((report.gradescopeResults.text + "\n").utf8), to: file)
  }
  try Output.standard.write("\(report)\n")
  return report.isPerfect ? .success : .failure
}

/// The child's part: grades one question and prints the answer for the parent.
private func answer(_ id: String) throws -> ExitCode {
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
