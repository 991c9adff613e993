import Foundation
import TestSupport
import Testing

/// `course` on the command line: what it refuses, and that it leaves nothing behind then.
struct CourseCommandTests {
  private let course = Executable("course")
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func refuses(
    _ words: [String], _ exitCode: Int32, _ message: String,
    location: SourceLocation = #_sourceLocation
  ) throws {
    let before = scratch.names
    let run = try course(words)
    #expect(run.isRefusal(by: "course", exitCode, message), "\(run)", sourceLocation: location)
    #expect(scratch.names == before, sourceLocation: location)
  }

  @Test func whatIsThereIsNotReplaced() throws {
    try scratch.write("full", "")
    let place = scratch.file("full")
    try refuses(["starter", place], 73, "is not a folder")
    let folder = scratch.file("folder")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    try "".write(toFile: folder + "/file", atomically: true, encoding: .utf8)
    try refuses(["starter", folder], 73, "is there and not empty")
    try refuses(["grader", folder, "--seed", "1"], 73, "is there and not empty")
    try refuses(["starter", "/dev/null/x"], 73, "/dev/null: is not a directory")
  }

  /// What a killed run left is removed, and nothing else stays beside the folder.
  @Test func nothingIsLeftAside() throws {
    let draft = scratch.file(".new.part/package/Sources")
    try FileManager.default.createDirectory(atPath: draft, withIntermediateDirectories: true)
    try scratch.write(".new.part/package/stale", "")
    try scratch.write(".new.lock", "")
    let run = try course("starter", scratch.file("new"), "--language", "python")
    #expect(run.exitCode == 0, "\(run)")
    #expect(scratch.names == ["new"])
    #expect(!FileManager.default.fileExists(atPath: scratch.file("new/package/stale")))
  }

  @Test func anotherRunIsTold() throws {
    let lock = open(try scratch.write(".new.lock", ""), O_RDWR)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX) == 0)
    try refuses(["starter", scratch.file("new")], 73, "new: another process is writing it")
  }

  /// The commands of docs/teaching.md that write a folder, each into one of its own.
  @Test func thePagesCommandsWork() throws {
    let lines = try checkoutText("docs/teaching.md").split(separator: "\n")
    let commands = lines.map { $0.split(separator: " ").map(String.init) }.filter { words in
      words.count > 2 && words[0].hasSuffix("course") && ["starter", "grader"].contains(words[1])
    }
    #expect(commands.count == 3)
    for (k, words) in commands.enumerated() {
      // What follows a # is for the reader.
      let options = words[3...].prefix { $0 != "#" }
      let run = try course([words[1], scratch.file("page\(k)")] + options)
      #expect(run.exitCode == 0, "\(words) \(run)")
    }
  }

  /// What a student of either language pastes into a test.
  @Test func casesAreShownAsTheLanguageWritesThem() throws {
    let grader = Executable("grader")
    let swift = try grader("--case", "Q1.2").output
    #expect(
      swift.contains("let right_b = Matrix(rows: 1, columns: 3, [1.0, 0.0, 0.6224593312018546])"))
    #expect(swift.hasSuffix("\n// right\n") && !swift.contains("np."))
    let python = try grader("--case", "Q1.2", "--python").output
    #expect(python.contains("right_b = np.array([[1.0, 0.0, 0.6224593312018546]])\n"))
    #expect(python.hasSuffix("\n# right\n") && !python.contains("Matrix("))
  }

  @Test func whatIsNotKnownIsSaid() throws {
    let place = scratch.file("new")
    try refuses(["starter", place, "--blank", "liner"], 64, "some of linear,sigmoid,softmax")
    try refuses(["starter", place, "--blank", "linear,"], 64, "--blank must be")
    try refuses(["starter", place, "--language", "java"], 64, "--language must be swift or python")
    try refuses(["starter", place, "--points", "/nowhere"], 66, "/nowhere")
    try refuses(["grader", place], 64, "--seed")
    try refuses(["grader", place, "--seed", "0"], 64, "--seed must be a whole number from 1")
    try refuses(["grader", place, "--seed", "1", "--platform", "moodle"], 64, "--platform must be")
  }

  @Test(arguments: [
    ("{", "at byte 1"),
    ("[]", "a list \"questions\" is missing"),
    (#"{"questions":[{"id":"Q9"}]}"#, "\"Q9\" is not a question; there are Q1, Q2"),
    (
      #"{"questions":[{"id":"Q1","parts":[{"id":"Q2.1"}]}]}"#,
      "\"Q2.1\" is not a part of Q1; there are Q1.1"
    ),
    (
      #"{"questions":[{"id":"Q1","parts":[{"id":"Q1.1","points":4}]}]}"#,
      "the points add up to 101, where 100 are expected"
    ),
    (
      #"{"questions":[{"id":"Q1","parts":[{"id":"Q1.1","points":-3}]}]}"#,
      "the points of Q1.1 must be a number from 0 on"
    ),
  ]) func pointsMustFit(text: String, message: String) throws {
    let file = try scratch.write("points.json", text)
    try refuses(["starter", scratch.file("new"), "--points", file], 65, message)
  }

  /// Titles and points are in the cases, in the assignment and in the report.
  @Test func pointsAreATeachers() throws {
    let points = try scratch.write(
      "points.json",
      """
      {"questions":[{"id":"Q1","title":"Vorwärts","parts":[
        {"id":"Q1.1","title":"Affine map","points":1.5},{"id":"Q1.2","points":4.5}]}]}
      """)
    let place = scratch.file("new")
    let made = try course("starter", place, "--points", points, "--blank", "linear")
    #expect(made.exitCode == 0, "\(made)")
    #expect(made.output.contains("1 blank, worth 13.5 of 100 points"), "\(made)")
    let readme = try String(contentsOfFile: place + "/README.md", encoding: .utf8)
    #expect(readme.contains("| Q1.1 | Affine map | 1.5 | `Sources/Answers/Linear.swift` |"))
    #expect(readme.contains("| Q1.2 | Sigmoid | 4.5 | given |"))
    let graded = try Executable("grader")("--cases", place + "/Cases")
    #expect(graded.output.contains("Q1  Vorwärts                                        20 /  20"))
    #expect(graded.exitCode == 0)
  }

  /// Twelve classes of 6×6 images; what is right of them says the package, and NumPy where it is there.
  private func writeLetters(_ name: String, classes: Int = 12, pixels: Int = 36) throws -> String {
    let folder = scratch.file(name)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for size in ["small", "medium", "large"] {
      for part in ["Train", "Test"] {
        let lines = (0..<24).map { k in
          let label = k % classes
          let bits = (0..<pixels).map { ($0 * 7 + k * 5) % 11 < 2 + label % 4 ? "1" : "0" }
          return ([String(label)] + bits).joined(separator: ",") + "\n"
        }
        try scratch.write("\(name)/\(size)\(part).csv", lines.joined())
      }
    }
    return folder
  }

  @Test func lettersMayBeATeachers() throws {
    let (given, hidden) = (try writeLetters("given"), try writeLetters("hidden"))
    let place = scratch.file("new")
    let made = try course("starter", place, "--data", given, "--letters", "abcdefghijkl")
    #expect(made.exitCode == 0, "\(made)")
    let readme = try String(contentsOfFile: place + "/README.md", encoding: .utf8)
    #expect(readme.contains("letters: 12 of them, images of 36 pixels."))
    let graded = try Executable("grader")("--cases", place + "/Cases")
    #expect(graded.output.hasSuffix(" 100 / 100\n"), "\(graded)")

    let words = ["--seed", "5", "--data", given, "--letters", "abcdefghijkl"]
    let side = scratch.file("side")
    let secret = try course(["grader", side] + words + ["--hidden-data", hidden])
    #expect(secret.exitCode == 0, "\(secret)")
    let hiddenGrade = try Executable("grader")("--cases", side + "/grader/Cases", "--case", "Q5.1")
    #expect(hiddenGrade.output.contains("// hidden") && !hiddenGrade.output.contains("let right_"))
    #expect(hiddenGrade.exitCode == 0)
    try refuses(["grader", scratch.file("x")] + words, 64, "--data needs --hidden-data")
  }

  @Test func lettersMustFit() throws {
    let one = try writeLetters("one", classes: 1)
    let place = scratch.file("new")
    let words = ["starter", place, "--data", one, "--letters"]
    try refuses(words + ["ab"], 65, "smallTrain.csv: has letters of one class")
    try refuses(
      words + ["aa"], 64, "--letters must be different letters, one for each label, not \"aa\"")
    // Without letters.txt the labels are digits.
    try refuses(["starter", place, "--data", one], 65, "smallTrain.csv: has letters of one class")
    let many = try writeLetters("many", classes: 11)
    try refuses(["starter", place, "--data", many], 65, "is not an integer from 0 to 9")
    try refuses(["starter", place, "--letters", "ab"], 64, "--letters is for --data")
    try refuses(["starter", place, "--data", "/nowhere"], 66, "/nowhere")
    let two = try writeLetters("two", classes: 3)
    try refuses(
      ["starter", place, "--data", two, "--letters", "ab"], 65, "is not an integer from 0 to 1")
    try refuses(
      ["grader", place, "--seed", "1", "--hidden-data", two], 64, "--hidden-data is for --data")
  }
}
