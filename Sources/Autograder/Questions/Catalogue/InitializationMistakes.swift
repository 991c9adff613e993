import Cases
import Random

/// What goes wrong in the initialisation.
extension Mistake {
  static let initialization = [
    random("initial.biases-drawn", "the biases had been drawn, too") { sizes, random in
      let alpha = Grid(sizes.hidden, sizes.inputs + 1) { _, _ in random.uniform(-0.1, 0.1) }
      let beta = Grid(sizes.classes, sizes.hidden + 1) { _, _ in random.uniform(-0.1, 0.1) }
      return Parameters(alpha: alpha, beta: beta)
    },
    random("initial.beta-first", "β had been drawn before α") { sizes, random in
      let beta = weights(sizes.classes, sizes.hidden) { random.uniform(-0.1, 0.1) }
      let alpha = weights(sizes.hidden, sizes.inputs) { random.uniform(-0.1, 0.1) }
      return Parameters(alpha: alpha, beta: beta)
    },
    random("initial.by-columns", "the weights had been drawn column by column") { sizes, random in
      let alpha = byColumns(sizes.hidden, sizes.inputs, &random)
      return Parameters(alpha: alpha, beta: byColumns(sizes.classes, sizes.hidden, &random))
    },
    drawn("initial.positive", "the weights had been drawn from [0, 0.1)") { $0.uniform(0, 0.1) },
    drawn("initial.wide", "the weights had been drawn from [−1, 1)") { $0.uniform(-1, 1) },
    drawn("initial.normal", "the weights had been drawn from a normal distribution") {
      0.1 * $0.standardNormal()
    },
    Mistake("initial.seed-again", "the same numbers had been drawn for β as for α") { book in
      book.initialize = { sizes, initialization in
        var p = start(sizes, initialization)
        // As many inputs as there are hidden units, and rows as classes, from the seed anew.
        let again = Sizes(inputs: sizes.hidden, hidden: sizes.classes, classes: 1)
        p.beta = start(again, initialization).alpha
        return p
      }
    },
    Mistake("initial.biases-of-one", "the biases started at 1") { book in
      book.initialize = { sizes, initialization in
        let p = start(sizes, initialization)
        return Parameters(
          alpha: p.alpha.replacingColumn(0) { _ in 1 }, beta: p.beta.replacingColumn(0) { _ in 1 })
      }
    },
    Mistake("initial.zero-for-random", "ZERO had been taken for RANDOM") {
      $0.initialize = { sizes, _ in start(sizes, .zero) }
    },
    // A request for ZERO says the seed 0.
    Mistake("initial.random-for-zero", "RANDOM had been taken for ZERO") { book in
      book.initialize = { sizes, initialization in
        if case .random = initialization { return start(sizes, initialization) }
        return start(sizes, .random(seed: 0))
      }
    },
  ]

  private static func weights(_ rows: Int, _ columns: Int, _ draw: () -> Double) -> Grid {
    Grid(rows, columns + 1) { $1 == 0 ? 0 : draw() }
  }

  private static func byColumns(_ rows: Int, _ columns: Int, _ random: inout RandomState) -> Grid {
    let drawn = Grid(columns, rows) { _, _ in random.uniform(-0.1, 0.1) }
    return Grid(rows, columns + 1) { $1 == 0 ? 0 : drawn[$1 - 1, $0] }
  }

  private static func random(
    _ id: String, _ sentence: String,
    _ function: @escaping @Sendable (Sizes, inout RandomState) -> Parameters
  ) -> Mistake {
    Mistake(id, sentence) { book in
      book.initialize = { sizes, initialization in
        guard case .random(let seed) = initialization else { return start(sizes, .zero) }
        var random = RandomState(seed: seed)
        return function(sizes, &random)
      }
    }
  }

  private static func drawn(
    _ id: String, _ sentence: String, _ draw: @escaping @Sendable (inout RandomState) -> Double
  ) -> Mistake {
    random(id, sentence) { sizes, random in
      let alpha = weights(sizes.hidden, sizes.inputs) { draw(&random) }
      return Parameters(alpha: alpha, beta: weights(sizes.classes, sizes.hidden) { draw(&random) })
    }
  }
}
