import CLibrary
import Cases
import Formats
import Grading
import Terminal

/// Questions about letters of which no reference file says what is right: the package does, and NumPy
/// confirms it, where Python has that.
/// - Throws: where the two disagree.
func confirmedQuestions(
  _ questions: [QuestionPlan], _ letters: LetterCases
) throws -> [QuestionPlan] {
  keepFilesFromChildren()
  let result = try asking([Program.beside("answers")]) { ask in
    let result = try letters.questions(questions, ask)
    try result.confirm(by: "the package", ask)
    return result
  }
  guard let python = pythonWithNumPy() else {
    try Output.standardError.write(
      "course: not confirmed by NumPy: no python3 with it was found\n")
    return result
  }
  let answers = try packageFolder("Scripts") + "/answers_numpy.py"
  try asking([python, wholePath(answers) ?? answers]) { ask in
    try result.confirm(by: "NumPy", ask)
  }
  return result
}

/// Lets a program of our own be asked, without a sandbox.
private func asking<Result>(_ program: [String], _ body: (Ask) throws -> Result) rethrows -> Result
{
  var limits = Limits()
  limits.seconds = 300
  let sandbox = Sandbox(as: nil, secrets: [], limits)
  return try Grader(program, in: sandbox, limits).ask(body)
}

/// The path of a Python that can import NumPy.
private func pythonWithNumPy() -> String? {
  let script = "import numpy, sys; print(sys.executable)"
  let run = ChildProcess.run(["python3", "-c", script], timeLimit: 60)
  guard run.ending == .exited(0) else { return nil }
  return String(decoding: run.output, as: UTF8.self).split(separator: "\n").first.map(String.init)
}
