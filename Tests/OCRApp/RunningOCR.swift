import TestSupport

let ocr = Executable("ocr")

/// A tiny course hand-out: `rows` images of `pixels` pixels, drawn by a simple rule.
func handout(rows: Int, pixels: Int = 128, lineEnd: String = "\n") -> String {
  (0..<rows).map { row in
    let image = (0..<pixels).map { ($0 * 7 + row * row) % 11 < 3 ? "1" : "0" }
    return (["\(row % 10)"] + image).joined(separator: ",") + lineEnd
  }.joined()
}

/// A small set of the hand-out's letters.
func course(validation: String = "Test", lineEnd: String = "\n") throws -> Scratch {
  let scratch = try Scratch()
  try scratch.write("smallTrain.csv", handout(rows: 40, lineEnd: lineEnd))
  try scratch.write("small\(validation).csv", handout(rows: 20, lineEnd: lineEnd))
  return scratch
}

/// Trains a small network on it, in its folder.
func train(_ scratch: Scratch, _ more: String...) throws -> Finished {
  try ocr(
    ["train", "small", "--data", scratch.path, "--output", scratch.file("run"), "--hidden=4"]
      + more)
}
