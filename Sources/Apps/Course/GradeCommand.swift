import CLibrary
import Formats
import Terminal

private let grader = Argument(
  "GRADER", as: .folder, help: "what course grader wrote, after setup.sh")
private let submissions = Argument(
  "SUBMISSIONS", as: .folder, help: "a folder of zips, tars and folders, one for each student")
private let output = Option(
  "output", "o", as: .outputFile, default: "grades.csv", value: "FILE",
  help: "a line per student; counts of mistakes go beside it")
private let reports = Option(
  "reports", as: .folder, value: "DIR", help: "also a report for each student")

/// `course grade`: becomes the grader's own script.
let gradeCommand = Command(
  "grade", summary: "Grade a folder of submissions.", arguments: [grader, submissions],
  options: [output, reports],
  examples: ["course grade hidden submissions --output grades.csv --reports reports"]
) { arguments in
  let script = "\(arguments[grader])/grader/grade.py"
  guard fileExists(script) else { throw FileError(.noInput, path: script, systemError(ENOENT)) }
  let words =
    ["python3", script, "--folder", arguments[submissions], "--output", arguments[output]]
    + (arguments[reports].map { ["--reports", $0] } ?? [])
  try Program.become("python3", words)
}
