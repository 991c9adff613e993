/// Letters as the handout's CSV files hold them: a line per letter, the label 0…9 first, then its
/// pixels in [0, 1] row by row.
///
/// Accepted are LF and CRLF, a missing final newline and blank lines at the end, a UTF-8 byte
/// order mark, spaces and tabs around a field, and numbers in plain decimal or exponent notation.
/// The first line says how many pixels every line has. Everything else is an error that names the
/// line and, as the column, the number of the field from 1.
public struct LetterCSV: Sendable, Equatable {
  /// What the lines of a file hold.
  public enum Layout: Sendable {
    /// A label and one pixel or more.
    case labelled
    /// So many pixels, with a label before them on every line or on none.
    case pixels(Int)
  }

  /// The pixels of all letters, rows × columns, row-major. −0 counts as 0.
  public let pixels: [Double]
  /// The number of letters, at least 1.
  public let rows: Int
  /// The number of pixels in a letter, at least 1.
  public let columns: Int
  /// A label 0…9 per row, or nil if the file has none.
  public let labels: [Int]?

  /// Reads the file at `path`, or standard input for `-`.
  ///
  /// - Throws: what `readFile` throws, and `.data` if the contents are not as `layout` says.
  public static func read(_ path: String, as layout: Layout) throws(FileError) -> LetterCSV {
    try parse(readFile(path), path: path, as: layout)
  }

  /// Reads letters from the contents of a file; `path` is its name in errors.
  ///
  /// - Throws: `.data` if the contents are not as `layout` says.
  public static func parse(
    _ bytes: [UInt8], path: String, as layout: Layout
  ) throws(FileError) -> LetterCSV {
    var reader = try LetterCSVReader(bytes, path: path)
    return try reader.read(layout)
  }
}
