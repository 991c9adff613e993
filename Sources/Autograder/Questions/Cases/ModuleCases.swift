import Cases
import Formats
import Grading
import Wire

extension ModuleSignature {
  /// Operands of small sizes.
  func draw(_ draw: inout Draw) -> [Grid] {
    switch operands {
    case ["a", "w"]:
      let (n, a, b) = draw.sizes()
      // A bias more than inputs must differ from the outputs, too.
      return [draw.grid(n, a), draw.grid(b == a + 1 ? b + 1 : b, a + 1)]
    case ["y", "yhat"]:
      let (n, k, _) = draw.sizes()
      return [draw.distribution(n, k), draw.distribution(n, k)]
    default:
      let (n, a, _) = draw.sizes()
      return [draw.grid(n, a)]
    }
  }

  /// `b = f(operands)`, drawn and from NumPy's files.
  func forward(_ source: CaseSource, _ what: UInt32) throws(FileError) -> [Case] {
    let drawn = source.drawn(what) { random in
      (1...2).map { k in
        let tensors = zip(operands, draw(&random)).map(Named.init)
        return DrawnCase("drawn \(k)", Request(name, tensors))
      } + farOut.map { DrawnCase("far out", Request(name, $0)) }
    }
    return try drawn
      + source.references { () throws(FileError) in
        let request = Request(name, tensors: try reference(source, operands))
        let b = try tensor(source, "b", as: output)
        return [Case("a batch", request, right: [b])]
      }
  }

  /// Operands at which a formula that is taken literally gives no number: exp overflows, or a class that
  /// does not count has the probability 0.
  private var farOut: [[Named<Grid>]] {
    switch name {
    case "sigmoid": [[Named("a", Grid(row: [1000, -1000, 0.5]))]]
    case "softmax": [[Named("a", Grid(2, 3, [1000, 999, -1000, -2000, -1999, -2001]))]]
    case "cross_entropy":
      [[Named("y", Grid(row: [0, 1, 0])), Named("yhat", Grid(row: [0, 0.25, 0.75]))]]
    default: []
    }
  }

  /// The gradient of an operand: by itself, and added to what there is.
  func backward(_ source: CaseSource, of operand: String, _ what: UInt32) throws(FileError)
    -> [Case]
  {
    let drawn = source.drawn(what) { random in
      ["from nothing", "added to what there is"].enumerated().map { k, title in
        let tensors = gradientOperands(of: operand, startsAtZero: k == 0, &random)
        return DrawnCase(
          title, Request(name + ".backward", tensors, texts: [Named("of", operand)]))
      }
    }
    return try drawn
      + source.references { () throws(FileError) in [try backwardOfBatch(source, operand)] }
  }

  private func backwardOfBatch(_ source: CaseSource, _ operand: String) throws(FileError) -> Case {
    let gradient = try tensor(source, "g_" + file(operand), as: "g_" + operand)
    let zero = SafetensorsFile.Tensor(
      gradient.name, shape: gradient.shape, values: gradient.values.map { _ in 0 })
    let given =
      try reference(source, operands) + [
        tensor(source, "b", as: output), tensor(source, "g_b", as: "g_" + output), zero,
      ]
    let request = Request(name + ".backward", texts: [Named("of", operand)], tensors: given)
    return Case("a batch", request, right: [gradient])
  }

  private func gradientOperands(
    of operand: String, startsAtZero: Bool, _ random: inout Draw
  ) -> [Named<Grid>] {
    let inputs = draw(&random)
    let tensors = zip(operands, inputs).map(Named.init)
    let request = Request(name, tensors)
    let b = Textbook().answer(request).map { Grid($0[0]) } ?? Grid(0, 0, [])
    let shape = inputs[operands.firstIndex(of: operand) ?? 0]
    let start = random.grid(shape.rows, shape.columns)
    return tensors + [
      Named(output, b), Named("g_" + output, random.grid(b.rows, b.columns)),
      Named("g_" + operand, startsAtZero ? start.map { _ in 0 } : start),
    ]
  }

  // MARK: NumPy's files

  private var folder: String { "layers/" + name.split(separator: "_").joined(separator: "-") }

  /// In a folder operands are `a` and `w`.
  private func file(_ operand: String) -> String { operand == operands[0] ? "a" : "w" }

  private func reference(
    _ source: CaseSource, _ operands: [String]
  ) throws(FileError) -> [SafetensorsFile.Tensor] {
    try operands.map { operand throws(FileError) in
      try tensor(source, file(operand), as: operand)
    }
  }

  private func tensor(
    _ source: CaseSource, _ file: String, as name: String
  ) throws(FileError) -> SafetensorsFile.Tensor {
    try source.files.tensor(folder, file, as: name)
  }
}

/// Steps of `Linear`, whose scale is not 1.
func stepCases(_ source: CaseSource, _ what: UInt32) -> [Case] {
  source.drawn(what) { random in
    ["-0.25", "0.5"].map { scale in
      let operands = ModuleSignature.linear.draw(&random)
      let tensors = [
        Named("a", operands[0]), Named("g_b", random.grid(operands[0].rows, operands[1].rows)),
        Named("w", operands[1]),
      ]
      return DrawnCase(
        "scale \(scale)", Request("linear.step", tensors, texts: [Named("scale", scale)]))
    }
  }
}
