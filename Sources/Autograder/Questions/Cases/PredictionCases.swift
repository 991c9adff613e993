import Cases
import Formats
import Grading
import Wire

/// Labels from given parameters.
enum PredictionCases {
  /// No decision is close: it would hang on rounding. Neither the most nor the least probable class is
  /// always the same, which other mistakes would give, too.
  static func drawn(_ source: CaseSource, _ what: UInt32) -> [Case] {
    source.drawn(what) { random in
      var request: Request
      repeat {
        let (d, m, k) = random.sizes()
        request = Request(
          "predict",
          [
            Named("x", random.grid(16, m, 1)), Named("alpha", random.grid(d, m + 1, 3)),
            Named("beta", random.grid(k + 1, d + 1, 3)),
          ])
      } while isClose(request) || isUniform(request)
      return [DrawnCase("drawn", request)]
    }
  }

  /// Classes 1 and 3 have no weights and the same bias, so they are equal to the last bit, in whatever
  /// order one adds. The bias lies between what the other classes reach, so it wins for half the rows.
  static func ties(_ source: CaseSource, _ what: UInt32) -> [Case] {
    source.drawn(what) { random in
      var request: Request
      repeat {
        let (d, m, _) = random.sizes()
        var beta = random.grid(5, d + 1, 2)
        for j in 0...d { (beta[1, j], beta[3, j]) = (0, 0) }
        let given = [Named("x", random.grid(8, m, 1)), Named("alpha", random.grid(d, m + 1, 3))]
        let b = logits(Request("predict", given + [Named("beta", beta)]))
        let reached = (0..<b.rows).map { i in [0, 2, 4].map { b[i, $0] }.reduce(-.infinity, max) }
        let bias = (reached.sorted()[3] + reached.sorted()[4]) / 2
        (beta[1, 0], beta[3, 0]) = (bias, bias)
        request = Request("predict", given + [Named("beta", beta)])
      } while isClose(request)
      return [DrawnCase("two classes are equal", request)]
    }
  }

  /// NumPy's labels of the small test letters.
  static func reference(_ source: CaseSource, _ folder: String) throws(FileError) -> Case {
    let x = try source.files.letters("smallTest").x
    let parameters = try ["alpha", "beta"].map { name throws(FileError) in
      try source.files.tensor("predict/\(folder)", name, as: name)
    }
    let request = Request("predict", tensors: [x.tensor("x")] + parameters)
    let labels = try source.files.tensor("predict/\(folder)", "labels", as: "labels")
    return Case("small letters", request, letters: [Named("", "smallTest")], right: [labels])
  }

  private static func logits(_ request: Request) -> Grid {
    let book = Textbook()
    let z = book.sigmoid(book.linear(request["x"], request["alpha"]))
    return book.linear(z, request["beta"])
  }

  private static func isUniform(_ request: Request) -> Bool {
    let b = logits(request)
    func labels(_ sign: Double) -> Set<Int> {
      Set((0..<b.rows).map { Textbook().label(sign * b.row($0)) })
    }
    return labels(1).count < 2 || labels(-1).count < 2
  }

  private static func isClose(_ request: Request) -> Bool {
    let b = logits(request)
    return (0..<b.rows).contains { i in
      let row = b.row(i).values.sorted()
      let runnersUp = row.filter { $0 != row.last }
      return runnersUp.last.map { row[row.count - 1] - $0 < 1e-6 } ?? false
    }
  }
}
