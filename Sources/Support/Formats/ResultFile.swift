/// A file that a result goes to, all at once or not at all; it is known that it can be written.
public struct ResultFile: Sendable {
  /// Where it lies.
  public let path: String

  /// Makes sure, before anything is computed for it, that the file can be written, and that none of
  /// the files that the result is computed from is lost by it.
  ///
  /// - Throws: `.cannotCreate`.
  public init(_ path: String, from inputs: [String] = []) throws(FileError) {
    try expectReplaceable(path)
    if inputs.contains(where: { isSameFile($0, path) }) {
      throw FileError(.cannotCreate, path: path, "is read from; a result would replace it")
    }
    self.path = path
  }

  /// Replaces what is there; see ``writeAtomically(_:to:)``.
  public func write(_ bytes: [UInt8]) throws(FileError) { try writeAtomically(bytes, to: path) }

  /// Replaces what is there with a text.
  public func write(_ text: String) throws(FileError) { try write(Array(text.utf8)) }
}
