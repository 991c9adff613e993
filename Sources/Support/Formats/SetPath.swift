/// Where the files of a set of data lie, which all begin with its name.
public struct SetPath: Equatable, Sendable {
  /// The folder, if the word says one.
  public let folder: String?
  /// The name.
  public let name: String

  /// The place that a word says: a name, or a path that ends in one.
  public init(_ word: String) {
    // By bytes: "/" and a mark behind it are one Character.
    let slash = word.utf8.lastIndex(of: UInt8(ascii: "/"))
    name = slash.map { String(word[word.utf8.index(after: $0)...]) } ?? word
    folder = slash == nil ? nil : directory(of: word)
  }
}
