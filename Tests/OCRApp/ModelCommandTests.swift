import Foundation
import Formats
import TestSupport
import Testing

/// `ocr evaluate`, `predict` and `show`, run as a user runs them.
@Suite struct ModelCommandTests {
  /// A network of one hidden unit that always answers the letter t, label 8: z is ½ whatever the
  /// image, and β gives class 8 the logit 2 · ½ + 1 = 2 and all others 0.
  private func modelOfT(_ scratch: Scratch) throws -> String {
    var beta = [Double](repeating: 0, count: 20)
    (beta[16], beta[17]) = (1, 2)
    let file = SafetensorsFile(tensors: [
      .init("alpha", shape: [1, 129], values: [Double](repeating: 0, count: 129)),
      .init("beta", shape: [10, 2], values: beta),
    ])
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

  @Test func predictReadsRowsWithAndWithoutLabelsAndStandardInput() throws {
    let scratch = try Scratch()
    let model = try modelOfT(scratch)
    let labelled = handout(rows: 3)
    let bare = labelled.split(separator: "\n").map { $0.dropFirst(2) + "\n" }.joined()
    let expected = "t 0.450853\n"  // e² / (e² + 9) = 7.389056 / 16.389056
    for text in [labelled, bare] {
      let file = try scratch.write("letters.csv", text)
      #expect(
        try ocr("predict", model, file).output
          == String(repeating: expected, count: 3))
      #expect(
        try ocr("predict", model, "-", input: text).output
          == String(repeating: expected, count: 3))
    }
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
    #expect(lines[16] == "1 g")
    let blocks = try ocr("show", csv).output.split(separator: "\n").map(String.init)
    #expect(blocks == ["▀      ▄", "▄", "1 g"])
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
