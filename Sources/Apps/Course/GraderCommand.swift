import CLibrary
import Cases
import Formats
import Grading
import Questions
import Terminal

private let place = Argument("DIR", as: .folder, help: "the new folder; there must be none yet")
private let platform = Option(
  "platform", "p", as: .choice(Platform.allCases.map(\.rawValue)), default: "folder",
  help: "where submissions are graded")
private let seed = Option(
  "seed", "s", as: .integer(1...UInt32.max), value: "N",
  help: "of the hidden cases and letters: keep it to yourself")

let graderCommand = Command(
  "grader", summary: "Write what a teacher grades with: hidden cases, and all that asks them.",
  arguments: [place],
  options: [platform, seed, StarterOptions.blanks, StarterOptions.points, StarterOptions.language],
  examples: ["course grader hidden --platform gradescope --seed 2026"]
) { arguments in
  guard let seed = arguments[seed] else { throw UsageError("missing option --seed") }
  let data = try packageFolder("handout-data")
  let letters = try HiddenLetters(data: data).files(seed: seed)
  let questions = try StarterOptions.questions(arguments, seed: seed)
  let cases = try hiddenCases(questions, letters: letters)
  let folder = GraderFolder(
    platform: Platform(rawValue: arguments[platform]) ?? .folder, cases: cases, letters: letters,
    starter: try Starter(arguments))
  let new = try NewFolder(arguments[place])
  try new.write { try folder.write(to: new) }
  try Output.standard.write(
    "\(new.path) has \(cases.count) hidden cases of \(cases.questions.flatMap(\.parts).count) parts\n"
      + folder.nextStep(new.path))
  return .success
}

/// What is right says the package; NumPy confirms it, where Python has that.
private func hiddenCases(
  _ questions: [QuestionPlan], letters: [HiddenLetters.File]
) throws -> HiddenCases {
  keepFilesFromChildren()
  let cases = try asking([Program.beside("answers")]) { ask in
    let cases = try HiddenCases(questions, letters: letters, ask)
    try cases.confirm(by: "the package", ask)
    return cases
  }
  guard let python = pythonWithNumPy() else {
    try Output.standardError.write(
      "course: not confirmed by NumPy: no python3 with it was found\n")
    return cases
  }
  let answers = try packageFolder("Scripts") + "/answers_numpy.py"
  try asking([python, wholePath(answers) ?? answers]) { ask in
    try cases.confirm(by: "NumPy", ask)
  }
  return cases
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
