/// What a file of one format holds.
public protocol FileContents {
  /// Reads the contents of a file; `path` is its name in errors.
  ///
  /// - Throws: `.data`, in a file that has lines with line and column, if they are malformed.
  init(bytes: [UInt8], path: String) throws(FileError)
}

extension FileContents {
  /// Reads the file at `path`, or standard input for `-`.
  ///
  /// - Throws: what `readFile` and `init(bytes:path:)` throw.
  public static func read(_ path: String) throws(FileError) -> Self {
    try Self(bytes: readFile(path), path: path)
  }
}
