/// A file that a result goes to, all at once or not at all: a ``ResultSet`` of one.
public struct ResultFile: Sendable {
  private let files: ResultSet

  /// Makes sure, before anything is computed for it, that the file can be written; see
  /// ``ResultSet/init(_:from:)``.
  ///
  /// - Throws: `.cannotCreate`.
  public init(_ path: String, from inputs: [String] = []) throws(FileError) {
    files = try ResultSet([path], from: inputs)
  }

  /// Where it lies.
  public var path: String { files.paths[0] }

  /// Replaces what is there.
  public func write(_ bytes: [UInt8]) throws(FileError) { try files.write([bytes]) }

  /// Replaces what is there with a text.
  public func write(_ text: String) throws(FileError) { try write(Array(text.utf8)) }
}
