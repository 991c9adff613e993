/// What is wrong with a file, and where: `handout-data/smallTrain.csv:17:42: pixel "1.5" is
/// outside [0, 1]`.
public struct FileError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What failed, in the classes of sysexits(3).
  public enum Kind: Sendable {
    /// The file does not exist or may not be read (66).
    case noInput
    /// The file was read, and its contents are wrong (65).
    case data
    /// The file cannot be created where it was asked for (73).
    case cannotCreate
    /// Reading or writing failed on the way (74).
    case inputOutput
  }

  /// What failed.
  public let kind: Kind
  /// The file as the user named it; `-` is standard input.
  public let path: String
  /// The line, from 1, in a file that has lines.
  public let line: Int?
  /// The column, from 1: in a CSV file the number of the field, not of the character.
  public let column: Int?
  /// What was found and what is accepted, on one line.
  public let message: String

  /// An error about `path`. What `message` repeats from a file goes through `quoted(_:)`.
  public init(
    _ kind: Kind, path: String, line: Int? = nil, column: Int? = nil, _ message: String
  ) {
    self.kind = kind
    self.path = path
    self.line = line
    self.column = column
    self.message = message
  }

  /// `path:line:column: message`, always one line. A path in it may be long, not endless: that of a
  /// record is only what a file says.
  public var description: String {
    let name = path == "-" ? "<stdin>" : escaped(path.utf8, limit: 400)
    let place = [line, column].compactMap { $0 }.map { ":\($0)" }.joined()
    return "\(name)\(place): \(message)"
  }
}
