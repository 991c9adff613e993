/// A mistake that is often made: what to call it, and what it computes.
struct Mistake: Sendable {
  /// For the tests, such as `linear.bias-ignored`.
  let id: String
  /// What goes after "It is as if", to a student.
  let sentence: String
  private let plant: @Sendable (inout Textbook) -> Void

  init(_ id: String, _ sentence: String, plant: @escaping @Sendable (inout Textbook) -> Void) {
    (self.id, self.sentence, self.plant) = (id, sentence, plant)
  }

  /// The textbook with this mistake in it.
  var textbook: Textbook {
    var book = Textbook()
    plant(&book)
    return book
  }

  /// Both mistakes at once.
  func and(_ other: Mistake, _ id: String) -> Mistake {
    Mistake(id, "\(sentence), and also as if \(other.sentence)") { book in
      plant(&book)
      other.plant(&book)
    }
  }

  /// All of them. Those whose effects are the same have the same sentence.
  static let all =
    linear + adding + steps + sigmoid + softmax + crossEntropy + passes + training + lossLists
    + initialization + labels + results + pairs

  /// The commonest pairs.
  private static let pairs = [
    pair("linear.bias-ignored", "sigmoid.slope-missing", "pair.bias-ignored-and-slope-missing"),
    pair("train.ascent", "train.beta-first", "pair.ascent-and-beta-first"),
  ]

  private static func pair(_ first: String, _ second: String, _ id: String) -> Mistake {
    let singles = linear + sigmoid + training
    guard let first = singles.first(where: { $0.id == first }),
      let second = singles.first(where: { $0.id == second })
    else { preconditionFailure("no such mistakes") }
    return first.and(second, id)
  }
}
