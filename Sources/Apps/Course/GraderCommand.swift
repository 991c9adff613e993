import Cases
import Formats
import Terminal

private let place = Argument("DIR", as: .folder, help: "the new folder; there must be none yet")

/// What a teacher chooses of the hidden side.
enum GraderOptions {
  static let platform = Option(
    "platform", "p", as: .choice(Platform.allCases.map(\.rawValue)), default: "folder",
    help: "where submissions are graded")
  static let seed = Option(
    "seed", "s", as: .integer(1...UInt32.max), value: "N",
    help: "of the hidden cases and letters: keep it to yourself")
  /// The same where nobody is graded.
  static let checkedSeed = Option(
    "seed", "s", as: .integer(1...UInt32.max), default: 1, value: "N",
    help: "of the hidden cases and letters")
  static let hiddenData = Option(
    "hidden-data", as: .folder, value: "DIR",
    help: "hidden letters, where --data has your own: the same six files")
}

let graderCommand = Command(
  "grader", summary: "Write what a teacher grades with: hidden cases, and all that asks them.",
  arguments: [place],
  options: [GraderOptions.platform, GraderOptions.seed, GraderOptions.hiddenData]
    + StarterOptions.all,
  examples: ["course grader hidden --platform gradescope --seed 2026"]
) { arguments in
  guard let seed = arguments[GraderOptions.seed] else { throw UsageError("missing option --seed") }
  let new = try NewFolder(arguments[place])
  try new.write {
    let starter = try Starter(arguments)
    let letters = try hiddenLetters(starter.letters, seed: seed, arguments)
    let questions = try confirmedQuestions(
      StarterOptions.questions(arguments, seed: seed),
      LetterCases(letters: letters, isHidden: true))
    let folder = GraderFolder(
      platform: Platform(rawValue: arguments[GraderOptions.platform]) ?? .folder,
      questions: questions,
      letters: letters, starter: starter)
    try folder.write(to: new)
    try Output.standard.write(
      "\(new.path.printable) has \(counted(questions.cases.count, "hidden case")) of "
        + "\(questions.flatMap(\.parts).count) parts\n\(folder.nextStep(new.path.printable))\n")
  }
  return .success
}

/// Letters that students do not have.
private func hiddenLetters(
  _ given: CourseLetters, seed: UInt32, _ arguments: ParsedArguments
) throws -> CourseLetters {
  guard given.isOwn else {
    guard arguments[GraderOptions.hiddenData] == nil else {
      throw UsageError("--hidden-data is for --data; the hand-out's hidden letters are drawn")
    }
    return try HiddenLetters(besides: given, in: packageFolder("handout-data/all")).letters(
      seed: seed)
  }
  guard let folder = arguments[GraderOptions.hiddenData] else {
    throw UsageError("--data needs --hidden-data, a folder of letters that students do not have")
  }
  let hidden = try CourseLetters(folder: folder, names: given.names, isOwn: true)
  guard hidden.pixels == given.pixels else {
    throw FileError(
      .data, path: folder, "images of \(hidden.pixels) pixels, where --data has \(given.pixels)")
  }
  return hidden
}
