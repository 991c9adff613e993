import Formats
import Terminal

private let quick = Option(flag: "quick", help: "a few submissions only")

/// `course check`: becomes the script that tries a course, with these options.
let checkCommand = Command(
  "check", summary: "Try a course as students will, with your own options.",
  options: [quick, GraderOptions.checkedSeed, GraderOptions.hiddenData] + StarterOptions.all,
  examples: ["course check", "course check --blank linear,softmax --points my-points.json"]
) { arguments in
  let script = try packageFolder("Course") + "/check.py"
  // They were found to be right; the first is the command.
  let given = Program.words.dropFirst()
  let seed = ["--seed", "\(arguments[GraderOptions.checkedSeed])"]
  try Program.become(
    "python3", ["python3", script, directory(of: Program.path)] + given + seed)
}
