import Formats
import Terminal

private let folder = Argument("DIR", as: .folder, help: "the new folder; there must be none yet")

let starterCommand = Command(
  "starter", summary: "Write the package that students get, without the answers.",
  arguments: [folder],
  options: StarterOptions.all,
  examples: [
    "course starter ocr-course", "course starter ocr-course --blank linear,softmax",
    "course starter ocr-course --language python",
  ]
) { arguments in
  let new = try NewFolder(arguments[folder])
  try new.write {
    let starter = try Starter(arguments)
    try starter.write(to: new)
    try Output.standard.write(
      """
      \(new.path.printable) has \(counted(starter.blanks.count, "blank")), worth \(starter.pointsText) of 100 \
      points
      Try it: cd \(new.path.printable) && \(starter.language.gradeCommand)

      """)
  }
  return .success
}
