import GradeCommand
import Terminal

// teacher
private let draws = true
// end
// starter: private let draws = false

/// `ocr grade`: the words go to the program `grader`, which links nothing that a student writes.
let gradeCommand = GradeOptions.command("grade", example: "ocr grade", draws: draws) { _ in
  // The words were found to be right; the first is the command.
  try Program.become(Program.beside("grader"), ["ocr"] + Program.words.dropFirst())
}
