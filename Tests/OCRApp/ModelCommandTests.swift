import Foundation
import Formats
import TestSupport
import Testing

/// `ocr evaluate`, `predict` and `show`, run as a user runs them.
@Suite(.firstIssues) struct ModelCommandTests {
  /// A network of one hidden unit that always answers label 8, the letter t: z is ½ whatever the
  /// image, and β gives class 8 the logit 2 · ½ + 1 = 2 and all others 0.
  private func modelOfT(
    _ scratch: Scratch, metadata: [Named<String>] = [.init("letters", "aegilnortu")]
  ) throws -> String {
    var beta = [Double](repeating: 0, count: 20)
    (beta[16], beta[17]) = (1, 2)
    let file = SafetensorsFile(
      tensors: [
        .init("alpha", shape: [1, 129], values: [Double](repeating: 0, count: 129)),
        .init("beta", shape: [10, 2], values: beta),
      ], metadata: metadata)
    try writeAtomically(file.bytes, to: scratch.file("model"))
    return scratch.file("model")
  }

  /// e² / (e² + 9), the probability of t.
  private let probability: Double = exp(2.0) / (exp(2.0) + 9)

  @Test func evaluateReportsLossErrorAndConfusion() throws {
    let scratch = try Scratch()
    let csv = try scratch.write("letters.csv", handout(rows: 20))
    let finished = try ocr("evaluate", try modelOfT(scratch), csv)
    #expect(finished.exitCode == 0)
    let lines = finished.output.split(separator: "\n")
    #expect(lines.contains("error rate          0.9"))
    let loss = lines.first { $0.hasPrefix("mean cross-entropy") }?.split(separator: " ").last
    // Two of twenty letters are a t.
    let expected = -(0.1 * log(probability) + 0.9 * log((1 - probability) / 9))
    #expect(abs((Double(loss ?? "") ?? 0) - expected) < 1e-12)
    #expect(lines.last { $0.hasPrefix("t") }?.hasSuffix("100 %") == true)
  }

  /// e² / (e² + 9) = 7.389056 / 16.389056; the ninth of nine letters is a t.
  @Test func predictSaysWhatIsReadInEachRow() throws {
    let scratch = try Scratch()
    let model = try modelOfT(scratch)
    let labelled = handout(rows: 9)
    let file = try scratch.write("letters.csv", labelled)
    for run in [try ocr("predict", model, file), try ocr("predict", model, "-", input: labelled)] {
      let lines = run.output.split(separator: "\n").map(String.init)
      #expect(lines.count == 10 && lines[0] == "row  read  probability  true")
      #expect(lines[1] == "1       t     0.450853     a  wrong")
      #expect(lines[9] == "9       t     0.450853     t  right")
      #expect(run.exitCode == 0 && run.errors == "9 letters, 1 right: error rate 88.89 %\n")
    }
    let bare = labelled.split(separator: "\n").map { $0.dropFirst(2) + "\n" }.joined()
    let run = try ocr("predict", model, "-", input: bare)
    #expect(run.output.hasPrefix("row  read  probability\n1       t     0.450853\n"))
    #expect(run.errors == "9 letters\n")
  }

  @Test func predictWritesCSV() throws {
    let scratch = try Scratch()
    let model = try modelOfT(scratch)
    let file = try scratch.write("letters.csv", handout(rows: 9))
    let lines = try ocr("predict", model, file, "--csv").output.split(separator: "\n")
    #expect(lines[0] == "row,read,probability,true,right")
    let fields = lines[9].split(separator: ",")
    #expect(abs((Double(fields[2]) ?? 0) - probability) < 1e-15)
    #expect([fields[0], fields[1], fields[3], fields[4]] == ["9", "t", "t", "1"])
    #expect(lines[1].hasPrefix("1,t,") && lines[1].hasSuffix(",a,0"))
    let odd = try modelOfT(scratch, metadata: [.init("letters", ",egilnor\"u")])
    let quoted = try ocr("predict", odd, file, "--csv").output
    #expect(quoted.contains("\n1,\"\"\"\",0.") && quoted.contains(",\",\",0\n"))
  }

  /// Labels are letters only where the model or the data say so.
  @Test func digitsAreDigits() throws {
    let scratch = try Scratch()
    let model = try modelOfT(scratch, metadata: [])
    let file = try scratch.write("digits.csv", handout(rows: 9))
    #expect(
      try ocr("predict", model, file).output.contains("\n9       8     0.450853     8  right"))
    #expect(
      try ocr("predict", model, file).errors == "9 images, 1 right: error rate 88.89 %\n")
    #expect(try ocr("evaluate", model, file).output.contains("\n8            ·  ·"))
    #expect(try ocr("show", file, "--row", "9").output.hasSuffix("\n9 8\n"))
    _ = try scratch.write("letters.txt", "aegilnortu\r\n")
    #expect(try ocr("show", file, "--row", "9").output.hasSuffix("\n9 t\n"))
    _ = try scratch.write("letters.txt", "aegilnorta\n")
    let refused = try ocr("show", file)
    #expect(refused.exitCode == 65)
    #expect(
      refused.errors
        == "ocr: \(scratch.file("letters.txt")):1: \"aegilnorta\", where different letters are "
        + "expected, one for each label\n")
  }

  @Test func showDrawsTheLetterAsItIs() throws {
    let scratch = try Scratch()
    var pixels = [String](repeating: "0", count: 128)
    pixels[0] = "1"  // top left
    pixels[15] = "1"  // second row, right
    pixels[120] = "1"  // bottom left
    let csv = try scratch.write("letters.csv", (["2"] + pixels).joined(separator: ",") + "\n")
    let ascii = try ocr("show", csv, environment: ["LANG": "C"])
    let lines = ascii.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 17)
    #expect(lines[0] == "##..............")
    #expect(lines[1] == "..............##")
    #expect(lines[15] == "##..............")
    #expect(lines[16] == "1 2")
    let blocks = try ocr("show", csv).output.split(separator: "\n").map(String.init)
    #expect(blocks == ["▀      ▄", "▄", "1 2"])
  }

  @Test(arguments: ["evaluate", "predict"])
  func modelAndDataInEachOthersPlaceAreNoticed(command: String) throws {
    let scratch = try Scratch()
    let (model, csv) = (try modelOfT(scratch), try scratch.write("a.csv", handout(rows: 2)))
    let cause =
      "; the model is \"\(model.prefix(40))…\" (\(model.count - 40) characters more): "
      + "are the two swapped?"
    #expect(try ocr(command, csv, model).isRefusal(by: "ocr", 65, cause))
    let both = try ocr(command, csv, csv)
    #expect(
      both.isRefusal(by: "ocr", 65, "beginning with \"0,") && !both.errors.contains("swapped"))
  }

  /// Found and accepted are said, also where the first pixel cannot be a label.
  @Test(arguments: ["0.5", "1"]) func anUnlabelledFileIsNotMeasured(first: String) throws {
    let scratch = try Scratch()
    let pixels = String(repeating: ",1", count: 127)
    let csv = try scratch.write("a.csv", first + pixels + "\n")
    let cause =
      ":1:129: 128 fields, where a label and 128 pixels are expected: the column of labels"
    #expect(try ocr("evaluate", modelOfT(scratch), csv).isRefusal(by: "ocr", 65, cause))
    #expect(try ocr("predict", modelOfT(scratch), csv).exitCode == 0)
  }

  /// Files that are no model of this program: name, tensors, what the message says.
  static let wrongModels: [(String, [SafetensorsFile.Tensor], String)] = [
    ("none", [], "expected \"alpha\" and \"beta\""),
    ("one", [.init("alpha", shape: [1, 2], values: [0, 0])], "expected \"alpha\" and \"beta\""),
    (
      "names",
      [.init("alpha", shape: [1, 2], values: [0, 0]), .init("b", shape: [1], values: [0])],
      "expected \"alpha\" and \"beta\""
    ),
    ("vector", parameters(alpha: [2], beta: [10, 2]), "alpha has shape [2]"),
    ("no input", parameters(alpha: [1, 1], beta: [10, 2]), "alpha has shape [1, 1]"),
    ("classes", parameters(alpha: [1, 129], beta: [9, 2]), "needs 10×2"),
    ("hidden", parameters(alpha: [3, 129], beta: [10, 3]), "needs 10×4"),
    ("NaN", parameters(alpha: [1, 129], beta: [10, 2], first: .nan), "alpha[0, 0] is nan"),
    ("inf", parameters(alpha: [1, 129], beta: [10, 2], first: -.infinity), "alpha[0, 0] is -inf"),
  ]

  private static func parameters(
    alpha: [Int], beta: [Int], first: Double = 0
  ) -> [SafetensorsFile.Tensor] {
    func zeros(_ shape: [Int]) -> [Double] {
      [Double](repeating: 0, count: shape.reduce(1, *))
    }
    return [
      .init("alpha", shape: alpha, values: [first] + zeros(alpha).dropFirst()),
      .init("beta", shape: beta, values: zeros(beta)),
    ]
  }

  @Test(arguments: wrongModels.indices)
  func aWrongModelIsOneLineAndExit65(index: Int) throws {
    let (_, tensors, message) = Self.wrongModels[index]
    let scratch = try Scratch()
    try writeAtomically(SafetensorsFile(tensors: tensors).bytes, to: scratch.file("model"))
    let csv = try scratch.write("letters.csv", handout(rows: 2))
    let finished = try ocr("evaluate", scratch.file("model"), csv)
    #expect(finished.exitCode == 65)
    #expect(finished.errors.hasPrefix("ocr: \(scratch.file("model")): "))
    #expect(finished.errors.contains(message))
    #expect(finished.errors.split(separator: "\n").count == 1)
  }
}
