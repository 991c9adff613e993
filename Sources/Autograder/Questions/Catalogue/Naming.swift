import Cases
import Formats
import Grading

/// Which mistake of the catalogue a part's answers show, as one says it to a student; nil where none
/// does, or where several could be meant.
///
/// A mistake is shown when it gives, in every small case, what was found, as far as the first wrong
/// quantity, and something else than what is right. Zeros show nothing, and neither does one label for
/// all: many roads lead there.
/// - Parameters:
///   - known: the mistakes that other parts have shown.
///   - catalogue: the mistakes to look for.
@Sendable func mistake(
  in judgements: [Judgement], known: Set<String>, among catalogue: [Mistake]
) -> String? {
  let answered = judgements.filter { $0.answer != nil && $0.case.isSmall }
  guard let wrong = answered.first(where: { !$0.isRight }), !wrong.isZero else { return nil }
  if answered.allSatisfy(\.isSingle) { return singlePrecision }
  let fitting = catalogue.filter { mistake in
    mistake.differs(from: wrong) && mistake.gives(wrong)
      && answered.allSatisfy { mistake.gives($0) }
  }
  // What follows from the first wrong quantity may tell; then, where one is more at home.
  let whole = fitting.filter { mistake in
    answered.allSatisfy { mistake.gives($0, upTo: $0.case.expected.count - 1) }
  }
  // An error rate is one of few numbers, which many mistakes give.
  let likely = wrong.isRate ? whole : fitting
  let candidates = [
    likely, likely.filter { known.contains($0.sentence) }, whole,
    whole.filter { $0.isAtHome(in: wrong.case.request.function) },
  ]
  return candidates.lazy.map { Set($0.map(\.sentence)) }.first { $0.count == 1 }?.first
}

let singlePrecision = "it had been computed in 32 bits (Float), not in 64 (Double)"

extension Case {
  /// Whether a hundred mistakes can be worked out at once.
  fileprivate var isSmall: Bool { request.tensors.reduce(0) { $0 + $1.values.count } < 2000 }
}

extension Mistake {
  /// Whether it is made in the function itself, not in what that calls.
  fileprivate func isAtHome(in function: String) -> Bool {
    let homes: [String]
    switch function {
    case "forward", "backward": homes = ["pass."]
    case "train": homes = ["train.", "initial.", "order.", "pair."]
    case "train_and_test": homes = ["results."]
    case "linear.step": homes = ["step."]
    default: homes = [String(function.prefix { $0 != "." }) + "."]
    }
    return homes.contains { id.hasPrefix($0) }
  }

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
  /// Whether the first wrong quantity is an error rate.
  fileprivate var isRate: Bool {
    firstWrong.map { `case`.expected[$0.index].value.name.hasSuffix("error") } ?? false
  }

  /// Whether the first wrong quantity is 0 everywhere, or one label.
  fileprivate var isZero: Bool {
    guard let index = firstWrong?.index else { return false }
    let values = answer?[`case`.expected[index].value.name]?.values ?? []
    let isLabels = `case`.expected[index].value.name == "labels"
    return values.allSatisfy { $0 == (isLabels ? values[0] : 0) }
  }

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
