/// Letters as the handout's CSV files hold them: a line per letter, the label first, 0…9 where there are
/// ten classes, then its pixels in [0, 1] row by row.
///
/// Accepted are LF and CRLF, a missing final newline and blank lines at the end, a UTF-8 byte
/// order mark, spaces and tabs around a field, and numbers in plain decimal or exponent notation.
/// The first line says how many pixels every line has. Everything else is an error that names the
/// line and, as the column, the number of the field from 1.
public struct LetterCSV: Sendable, Equatable {
  /// What the lines of a file hold.
  public enum Layout: Sendable {
    /// A label and one pixel or more, but not what looks like pixels alone: the labels 0 and 1 in a
    /// number of columns that images have.
    case labelled
    /// A label and the given number of pixels.
    case labelledPixels(Int)
    /// The given number of pixels, with a label before them on every line or on none.
    case pixels(Int)
  }

  /// ``pixels`` as they were read.
  package let packedPixels: Pixels
  /// The number of letters, at least 1.
  public let rows: Int
  /// The number of pixels in a letter, at least 1.
  public let columns: Int
  /// A label per row, from 0, or nil if the file has none.
  public let labels: [Int]?

  /// The pixels of all letters, rows × columns, row-major. −0 counts as 0.
  public var pixels: [Double] { packedPixels.numbers }

  /// Reads the file at `path`, or standard input for `-`; labels must be below `classes`.
  ///
  /// - Throws: what `readFile` throws, and `.data` if the contents are not as `layout` says.
  public static func read(
    _ path: String, as layout: Layout, classes: Int = 10
  ) throws(FileError) -> LetterCSV {
    try parse(readFile(path), path: path, as: layout, classes: classes)
  }

  /// Reads letters from the contents of a file; `path` is its name in errors.
  ///
  /// - Throws: `.data` if the contents are not as `layout` says.
  public static func parse(
    _ bytes: [UInt8], path: String, as layout: Layout, classes: Int = 10
  ) throws(FileError) -> LetterCSV {
    var cursor = try CSVCursor(bytes, path: path)
    let start = cursor.position
    let hasLabels = try cursor.hasLabels(layout)
    let columns = hasLabels ? cursor.fields - 1 : cursor.fields
    var (pixels, labels) = (PixelReader(), [Int]())
    while try !cursor.isAtEnd() {
      if hasLabels { labels.append(try cursor.readLabel(below: classes)) }
      let isFirst = cursor.line == 1
      try pixels.readLine(&cursor, columns)
      if isFirst {
        // Letters take about as many bytes each.
        let count = bytes.count / (cursor.position - start) + 1
        try expectMemory(
          LetterCSV.bytes(count, columns: columns, classes: hasLabels ? classes : 0),
          for: "\(count) letters of \(counted(columns, "pixel"))", path: path)
        pixels.reserveCapacity(columns * count)
      }
    }
    if case .labelled = layout, looksUnlabelled(labels, columns: cursor.fields) {
      throw FileError(
        .data, path: path, line: 1, column: 1,
        "all labels are 0 or 1, in \(cursor.fields) columns, as many as an image has pixels: "
          + labelsMissing)
    }
    return LetterCSV(
      packedPixels: pixels.pixels, rows: cursor.line - 1, columns: columns,
      labels: hasLabels ? labels : nil)
  }

  /// Whether rows, columns, labels and pixels are the same.
  public static func == (lhs: LetterCSV, rhs: LetterCSV) -> Bool {
    (lhs.rows, lhs.columns) == (rhs.rows, rhs.columns) && lhs.labels == rhs.labels
      && lhs.pixels == rhs.pixels
  }
}

extension LetterCSV {
  /// About how much memory letters take as they are learnt from: here, in a matrix with what is not zero
  /// in it, and their one-hot targets; and which class is taken for which.
  fileprivate static func bytes(_ count: Int, columns: Int, classes: Int) -> Double {
    Double(count) * (Double(20 * columns) + bytesOfRow(columns) + bytesOfRow(classes))
      + 16 * Double(classes * classes)
  }
}

private let labelsMissing = "the column of labels, before the pixels, seems to be missing"

/// Whether labels and number of columns are those of pixels alone.
private func looksUnlabelled(_ labels: [Int], columns: Int) -> Bool {
  hasSizeOfImage(columns) && labels.allSatisfy { $0 <= 1 }
}

/// Whether these are all pixels of an image: the hand-out's 16×8, or a square of 8×8 or more.
private func hasSizeOfImage(_ columns: Int) -> Bool {
  let side = Int(Double(columns).squareRoot())
  return columns == 128 || side >= 8 && side * side == columns
}

extension CSVCursor {
  fileprivate func hasLabels(_ layout: LetterCSV.Layout) throws(FileError) -> Bool {
    let found = counted(fields, "field")
    switch layout {
    case .labelled:
      guard fields > 1 else {
        throw error("\(found), where a label and its pixels are expected", column: 2)
      }
      return true
    case .labelledPixels(let count):
      if fields - 1 == count, count > 0 { return true }
      let hint = fields == count ? ": " + labelsMissing : ""
      throw error(
        "\(found), where a label and \(counted(count, "pixel")) are expected\(hint)",
        column: fields <= count ? fields + 1 : count + 2)
    case .pixels(let count):
      if fields == count { return false }
      if fields - 1 == count, count > 0 { return true }
      throw error(
        "\(found), where a line needs \(counted(count, "pixel")), with or without a label",
        column: fields < count ? fields + 1 : count + 2)
    }
  }

  fileprivate mutating func readLabel(below classes: Int) throws(FileError) -> Int {
    if classes == 10, let digit = readDigit() { return digit }
    let kind =
      "an integer from 0 to \(classes - 1)" + (hasSizeOfImage(fields) ? ": " + labelsMissing : "")
    return Int(
      try readNumber("label", kind: kind) {
        0...Double(classes - 1) ~= $0 && $0 == $0.rounded() ? nil : "is not \(kind)"
      })
  }

  /// A pixel that need not be 0 or 1.
  mutating func readPixel() throws(FileError) -> Double {
    let isLast = field == fields
    let value = try readNumber("pixel") {
      0...1 ~= $0 ? nil : "is outside [0, 1]" + reason($0, isLast: isLast)
    }
    return value == 0 ? 0 : value
  }
}

/// What most likely makes a number no pixel, and what may be done.
private func reason(_ value: Double, isLast: Bool) -> String {
  guard value == value.rounded(), 2...255 ~= value else { return "" }
  if value > 9 { return "; greys from 0 to 255 are to be divided by 255" }
  return isLast ? "; if it is the label, that comes first" : ""
}
