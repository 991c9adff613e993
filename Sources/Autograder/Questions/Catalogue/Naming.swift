import Formats
import Grading

/// Which known mistake a part's answers show, as one says it to a student; nil where none does, or
/// where several could be meant.
///
/// A mistake is shown when it gives, in every case, what was found, as far as the first wrong quantity,
/// and something else than what is right.
@Sendable func mistake(in judgements: [Judgement]) -> String? {
  // Small cases first: most mistakes need not be worked out on a thousand letters.
  let answered = judgements.filter { $0.answer != nil }.sorted { $0.case.size < $1.case.size }
  guard let wrong = answered.first(where: { !$0.isRight }) else { return nil }
  if answered.allSatisfy(\.isSingle) { return singlePrecision }
  var candidates = Mistake.all.filter { $0.gives(wrong) && $0.differs(from: wrong) }
  for other in answered where other.case.size != wrong.case.size || other.isRight {
    candidates = candidates.filter { $0.gives(other) }
  }
  let sentences = Set(candidates.map(\.sentence))
  if sentences.count > 1 {
    // What follows from the first wrong quantity may tell.
    candidates = candidates.filter { mistake in
      answered.allSatisfy { mistake.gives($0, upTo: $0.case.expected.count - 1) }
    }
  }
  return Set(candidates.map(\.sentence)).count == 1 ? candidates[0].sentence : nil
}

private let singlePrecision = "it had been computed in 32 bits (Float), not in 64 (Double)"

extension Case {
  /// How many numbers are given.
  fileprivate var size: Int { request.tensors.reduce(0) { $0 + $1.values.count } }
}

extension Mistake {
  /// Whether it gives what was found, up to the first wrong quantity or another.
  fileprivate func gives(_ judgement: Judgement, upTo last: Int? = nil) -> Bool {
    guard let own = textbook.answer(judgement.case.request), let found = judgement.answer else {
      return false
    }
    let all = judgement.case.expected
    let end = last ?? judgement.firstWrong?.index ?? all.count - 1
    return all[0...end].allSatisfy { quantity in
      own[quantity.value.name]?.isEqual(found[quantity.value.name], tolerance: 1e-9) ?? false
    }
  }

  /// Whether it gives something else than what is right, by much more than rounding.
  fileprivate func differs(from judgement: Judgement) -> Bool {
    guard let own = textbook.answer(judgement.case.request), let wrong = judgement.firstWrong else {
      return false
    }
    let right = judgement.case.expected[wrong.index].value
    return !(own[right.name]?.isEqual(right, tolerance: 1e-8) ?? true)
  }
}

extension Judgement {
  /// Whether every number is one of 32 bits, and near what is right.
  fileprivate var isSingle: Bool {
    guard let answer else { return false }
    return `case`.expected.allSatisfy { quantity in
      guard let found = answer[quantity.value.name] else { return false }
      return found.values.allSatisfy { Double(Float($0)) == $0 }
        && found.isEqual(quantity.value, tolerance: 1e-5)
    }
  }
}

extension [SafetensorsFile.Tensor] {
  fileprivate subscript(name: String) -> SafetensorsFile.Tensor? { first { $0.name == name } }
}

extension SafetensorsFile.Tensor {
  /// Whether another is this one to a part of its largest entry. Here a NaN is a NaN.
  fileprivate func isEqual(_ other: SafetensorsFile.Tensor?, tolerance: Double) -> Bool {
    guard let other, shape == other.shape else { return false }
    let largest = values.lazy.filter(\.isFinite).map(abs).max() ?? 0
    return zip(values, other.values).allSatisfy { a, b in
      a == b || a.isNaN && b.isNaN || abs(a - b) <= tolerance * largest
    }
  }
}
