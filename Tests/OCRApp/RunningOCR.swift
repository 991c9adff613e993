import TestSupport

let ocr = Executable("ocr")

/// A tiny course hand-out: `letters` images of `pixels` pixels, drawn by a simple rule.
func handout(rows: Int, pixels: Int = 128, lineEnd: String = "\n") -> String {
  (0..<rows).map { row in
    let image = (0..<pixels).map { ($0 * 7 + row * row) % 11 < 3 ? "1" : "0" }
    return (["\(row % 10)"] + image).joined(separator: ",") + lineEnd
  }.joined()
}
