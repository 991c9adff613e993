import Cases
import Random

/// What goes wrong in SGD.
extension Mistake {
  static let training = updates + batches + orders + counts

  private static let updates = [
    update("train.beta-first", "β had been changed before g_z was taken") { book, p, o, g, rate in
      p.beta = p.beta - rate * g.beta
      let gA = book.sigmoidA(o.a, o.z, book.linearA(o.z, p.beta, g.b))
      p.alpha = p.alpha - rate * book.linearW(o.x, gA)
    },
    update("train.alpha-only", "β never changed") { _, p, _, g, rate in
      p.alpha = p.alpha - rate * g.alpha
    },
    update("train.beta-only", "α never changed") { _, p, _, g, rate in
      p.beta = p.beta - rate * g.beta
    },
    update("train.biases-not-learned", "the biases had no gradient, and never changed") {
      _, p, _, g, rate in
      p.alpha = p.alpha - rate * g.alpha.replacingColumn(0) { _ in 0 }
      p.beta = p.beta - rate * g.beta.replacingColumn(0) { _ in 0 }
    },
    Mistake("train.ascent", "the step went up the gradient, not down") { book in
      let right = book.rate
      book.rate = { -right($0) }
    },
    Mistake("train.rate-squared", "the learning rate had been applied twice") {
      $0.rate = { $0 * $0 }
    },
    Mistake("train.rate-ignored", "the learning rate had not been applied") {
      $0.rate = { _ in 1 }
    },
    Mistake("train.rate-halved", "half the learning rate had been applied") {
      $0.rate = { $0 / 2 }
    },
    Mistake("train.divided-by-count", "each gradient had been divided by the number of examples") {
      book in
      book.learn = { book, p, examples, rate in
        book.takeSteps(&p, examples, rate / Double(examples.labels.count))
      }
    },
  ]

  private static func update(
    _ id: String, _ sentence: String,
    _ function:
      @escaping @Sendable (Textbook, inout Parameters, Pass, PassGradients, Double) -> Void
  ) -> Mistake {
    Mistake(id, sentence) { $0.update = function }
  }

  private static let batches = [
    batch("train.full-batch", "there were one step an epoch, with the sum of all gradients") { _ in
      1
    },
    batch("train.mean-batch", "there were one step an epoch, with the mean of all gradients") {
      1 / Double($0)
    },
    Mistake("train.gradients-pile-up", "the gradients were not made zero before the next example") {
      book in
      book.learn = { book, p, examples, rate in
        var held = (alpha: 0 * p.alpha, beta: 0 * p.beta)
        return book.order(examples.labels.count).map { i in
          let (o, g) = book.gradients(of: i, in: examples, p)
          held = (held.alpha + g.alpha, held.beta + g.beta)
          p = Parameters(alpha: p.alpha - rate * held.alpha, beta: p.beta - rate * held.beta)
          return o.loss[0, 0]
        }
      }
    },
  ]

  private static func batch(
    _ id: String, _ sentence: String, _ factor: @escaping @Sendable (_ count: Int) -> Double
  ) -> Mistake {
    Mistake(id, sentence) { book in
      book.learn = { book, p, examples, rate in
        let all = (0..<examples.labels.count).map { book.gradients(of: $0, in: examples, p) }
        let scale = rate * factor(all.count)
        for (_, g) in all {
          p = Parameters(alpha: p.alpha - scale * g.alpha, beta: p.beta - scale * g.beta)
        }
        return all.map { $0.0.loss[0, 0] }
      }
    }
  }

  /// Any other order of a set as small as the drawn ones.
  private static let orders =
    [
      Mistake("train.reversed-order", "the examples had been taken from the last to the first") {
        $0.order = { (0..<$0).reversed() }
      }
    ]
    + permutations(Array(0..<4)).filter { $0 != [0, 1, 2, 3] && $0 != [3, 2, 1, 0] }.map { order in
      let text = order.map { "\($0 + 1)" }.joined(separator: ", ")
      return Mistake(
        "order.shuffled", "the examples had not been taken in their order, but shuffled: \(text)"
      ) { $0.order = { $0 == 4 ? order : Array(0..<$0) } }
    }

  private static func permutations(_ items: [Int]) -> [[Int]] {
    if items.isEmpty { return [[]] }
    return items.flatMap { first in
      permutations(items.filter { $0 != first }).map { [first] + $0 }
    }
  }

  private static let counts = [
    Mistake("train.one-epoch-less", "there had been one epoch less") { $0.epochs = { $0 - 1 } },
    Mistake("train.one-epoch-more", "there had been one epoch more") { $0.epochs = { $0 + 1 } },
  ]
}

/// What goes wrong with the lists of losses.
extension Mistake {
  static let lossLists = [
    losses("train.losses-during-epoch", "the training losses had been added up during the epoch") {
      book, record in
      (
        record.seen.reduce(0, +) / Double(record.seen.count),
        book.meanLoss(record.validation, record.after)
      )
    },
    losses("train.losses-before-epoch", "the losses had been taken before the epoch, not after it")
    {
      book, record in
      (
        book.meanLoss(record.training, record.before),
        book.meanLoss(record.validation, record.before)
      )
    },
    losses("train.losses-as-sums", "the losses were sums over the set, not means") { book, record in
      (
        book.meanLoss(record.training, record.after) * Double(record.training.labels.count),
        book.meanLoss(record.validation, record.after) * Double(record.validation.labels.count)
      )
    },
    losses("train.validation-from-training", "the second losses were those of the training set") {
      book, record in
      let loss = book.meanLoss(record.training, record.after)
      return (loss, loss)
    },
    Mistake("train.losses-of-last-epoch", "only the last epoch's losses had been kept") {
      $0.lossLists = { Array($0.suffix(1)) }
    },
  ]

  private static func losses(
    _ id: String, _ sentence: String,
    _ function:
      @escaping @Sendable (Textbook, EpochRecord) -> (training: Double, validation: Double)
  ) -> Mistake {
    Mistake(id, sentence) { $0.losses = function }
  }
}

extension Textbook {
  fileprivate func gradients(
    of i: Int, in examples: Examples, _ p: Parameters
  ) -> (Pass, PassGradients) {
    let y = examples.target(i)
    let o = forward(examples.x.row(i), y, p)
    return (o, backward(y, o, p))
  }
}
