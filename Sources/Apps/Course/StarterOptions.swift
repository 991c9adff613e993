import Cases
import Formats
import Questions
import Terminal

/// What a teacher chooses, for what is handed out and for what grades it.
enum StarterOptions {
  static let blanks = Option(
    "blank", "b",
    as: .text("\"none\", or some of " + Blank.all.map(\.name).joined(separator: ",")) {
      chosen($0) != nil
    }, value: "LIST", help: "what students write (default: all; none leaves everything solved)")
  static let points = Option(
    "points", as: .text, value: "FILE",
    help: "titles and points, as in the starter's Cases/questions.json")
  static let language = Option(
    "language", "l", as: .choice(["swift", "python"]), default: "swift",
    help: "what answers are written in")
  static let data = Option(
    "data", "d", as: .folder, value: "DIR",
    help: "letters of your own: smallTrain.csv, smallTest.csv, medium… and large…")
  static let letters = Option(
    "letters", as: .text(LabelNames.kind) { LabelNames($0) != nil }, value: "LETTERS",
    help: "what their labels stand for (default: what letters.txt says beside them, or 0 to 9)")

  static let all: [any Parameter] = [blanks, points, language, data, letters]

  /// The questions, with a teacher's titles and points.
  static func questions(
    _ arguments: ParsedArguments, seed: UInt32 = 0
  ) throws -> [QuestionPlan] {
    let plans = QuestionPlan.course(CaseSource(files: try .find(), seed: seed))
    guard let file = arguments[points] else { return plans }
    return try PointsFile(file).applied(to: plans)
  }

  /// The blanks of a list, in their order; nil where one is not known.
  fileprivate static func chosen(_ list: String) -> [Blank]? {
    if list == "none" { return [] }
    let names = list.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard names.allSatisfy({ name in Blank.all.contains { $0.name == name } }) else { return nil }
    return Blank.all.filter { names.contains($0.name) }
  }
}

extension Starter {
  /// What the options ask for.
  init(_ arguments: ParsedArguments) throws {
    let own = arguments[StarterOptions.data]
    if own == nil, arguments[StarterOptions.letters] != nil {
      throw UsageError("--letters is for --data: the hand-out's letters have their names")
    }
    let letters = try CourseLetters(
      folder: own ?? packageFolder("handout-data"),
      names: arguments[StarterOptions.letters].flatMap { LabelNames($0) },
      isOwn: own != nil)
    var questions = try StarterOptions.questions(arguments)
    if letters.isOwn {
      questions = try confirmedQuestions(
        questions, LetterCases(letters: letters, isHidden: false))
    }
    self.init(
      language: arguments[StarterOptions.language] == "swift" ? try .swift() : try .python(),
      blanks: arguments[StarterOptions.blanks].flatMap(StarterOptions.chosen) ?? Blank.all,
      questions: questions, letters: letters)
  }
}
