import CLibrary
import Formats
import GradeCommand
import Terminal

// teacher
private let draws = true
// end
// starter: private let draws = false

/// `ocr grade`: the words go to the program `grader`, which links nothing that a student writes.
let gradeCommand = GradeOptions.command("grade", example: "ocr grade", draws: draws) { _ in
  let grader = Program.beside("grader")
  // They were found to be right; the first two are this program and the command.
  let words = ["ocr"] + CommandLine.arguments.dropFirst(2)
  var arguments = words.map { strdup($0) } + [nil]
  execv(grader, &arguments)
  throw FileError(.noInput, path: grader, systemError())
}
