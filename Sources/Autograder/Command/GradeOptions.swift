import Terminal

/// The words of `ocr grade`, which the program `grader` takes, too.
package enum GradeOptions {
  package static let answers = Option(
    "answers", "a", as: .text("the path of a program") { !$0.isEmpty }, value: "PROGRAM",
    help: "what is graded: any program that speaks the wire of docs/grading.md")
  package static let account = Option(
    "as", as: .text, value: "USER",
    help: "run it as this user, whose processes and files end with it; for root only")
  package static let json = Option(
    "json", "j", as: .outputFile, value: "FILE", help: "also write Gradescope's results.json")
  package static let leaderboard = Option(
    flag: "leaderboard", help: "put the points on Gradescope's leaderboard")
  package static let part = Option(
    "case", as: .text, value: "PART", help: "show what is asked in one part, as Q2.5, and answered")
  package static let python = Option(
    flag: "python", help: "show them as arrays of NumPy")
  package static let log = Option(flag: "log", help: "show what each part took and printed")
  package static let cases = Option(
    "cases", as: .folder, value: "DIR", help: "ask what this folder says; see docs/grading.md")
  package static let seed = Option(
    "seed", "s", as: .integer(0...UInt32.max), value: "N",
    help: "seed of the drawn cases (default: 0)")
  package static let hiddenSeed = Option(
    "hidden-seed", as: .integer(0...UInt32.max), value: "N",
    help: "draw further cases, whose numbers are not shown")
  package static let time = Option(
    "time", as: .positive, default: 60, value: "SECONDS", help: "time of a part")
  package static let memory = Option(
    "memory", as: .integer(16...1 << 20), default: 2048, value: "MIB", help: "memory of a part")

  /// The command, under the name that calls it.
  /// - Parameter draws: whether cases are drawn, where no folder has them.
  package static func command(
    _ name: String, example: String, draws: Bool,
    run: @escaping @Sendable (ParsedArguments) throws -> ExitCode
  ) -> Command {
    Command(
      name, summary: "Grade the layers and the network, part by part.",
      options: [answers, account, json, leaderboard, part, python, log, cases]
        + (draws ? [seed, hiddenSeed] : []) + [time, memory],
      examples: [
        example, example + " --case Q2.5", example + " --answers my-answers --json results.json",
      ],
      run: run)
  }
}
