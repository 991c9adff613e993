/// The characters that a network knows, each with its number: the place of the one in its one-hot
/// row.
///
/// A character is a Unicode scalar, as in Python. Number 0 stands for every unknown one; then come
/// those of the training titles and the space, which also pads short titles, in the order of their
/// code points.
public struct Vocabulary: Sendable, Equatable {
  /// The number of every character that is not known.
  public static let unknown = 0
  /// The known characters; number k is `characters[k - 1]`.
  public let characters: [Unicode.Scalar]
  private let numbers: [Unicode.Scalar: Int]

  /// The characters of these titles and the space.
  public init(of titles: [String]) {
    self.init(titles.reduce(into: Set([" "])) { $0.formUnion($1.unicodeScalars) }.sorted())
  }

  /// These characters, in this order; none twice and a space among them.
  init(_ characters: [Unicode.Scalar]) {
    self.characters = characters
    numbers = Dictionary(uniqueKeysWithValues: zip(characters, 1...))
  }

  /// V, the length of a one-hot row.
  public var count: Int { characters.count + 1 }

  /// A character's number.
  public func number(of character: Unicode.Scalar) -> Int { numbers[character] ?? Self.unknown }

  /// The numbers of a title's first `length` characters, with spaces at the end where it is shorter.
  public func numbers(of title: String, length: Int) -> [Int] {
    let numbers = title.unicodeScalars.prefix(length).map { number(of: $0) }
    return numbers + Array(repeating: number(of: " "), count: length - numbers.count)
  }
}
