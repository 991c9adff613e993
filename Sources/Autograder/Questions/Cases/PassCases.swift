import Cases
import Formats
import Grading
import Wire

/// NNForward and NNBackward.
enum PassCases {
  /// NumPy's cases, with what is special about each.
  static let references = [
    ("biased", "α, β random, with biases"), ("constant-zeros", "α, β constant, x = 0"),
    ("constant-ramp", "α, β constant, x = 1…5"),
    ("linspace-zeros", "α, β linspace(0, 1), x = 0"),
    ("linspace-ramp", "α, β linspace(0, 1), x = 1…5"),
  ]

  private static let given = ["x", "y", "alpha", "beta"]
  private static let quantities = ["x", "a", "z", "b", "yhat", "J"]
  private static let gradients = ["g_b", "g_beta", "g_z", "g_a", "g_alpha"]

  static func forward(_ source: CaseSource, _ what: UInt32) throws(FileError) -> [Case] {
    try cases(source, what, { Request("forward", example(&$0)) }, forward)
  }

  static func forward(
    _ source: CaseSource, _ folder: String, _ title: String
  ) throws(FileError) -> Case {
    let request = Request("forward", tensors: try tensors(source, folder, given))
    return Case(title, request, right: try tensors(source, folder, quantities))
  }

  /// Given are the right intermediate values, so that a wrong forward pass does not count again.
  static func backward(_ source: CaseSource, _ what: UInt32) throws(FileError) -> [Case] {
    try cases(
      source, what,
      { random in
        let example = example(&random)
        let o = Textbook().answer(Request("forward", example)) ?? []
        let others = example.dropFirst().map { $0.value.tensor($0.name) }
        return Request("backward", tensors: others + o)
      }, backward)
  }

  static func backward(
    _ source: CaseSource, _ folder: String, _ title: String
  ) throws(FileError) -> Case {
    let request = Request(
      "backward", tensors: try tensors(source, folder, given + quantities.dropFirst()))
    return Case(title, request, right: try tensors(source, folder, gradients))
  }

  /// Two requests that are drawn, and NumPy's cases.
  private static func cases(
    _ source: CaseSource, _ what: UInt32, _ draw: (inout Draw) -> Request,
    _ reference: (CaseSource, _ folder: String, _ title: String) throws(FileError) -> Case
  ) throws(FileError) -> [Case] {
    let drawn = source.drawn(what) { random in
      (1...2).map { DrawnCase("drawn \($0)", draw(&random)) }
    }
    return try drawn
      + source.references { () throws(FileError) in
        try references.map { folder, title throws(FileError) in
          try reference(source, folder, title)
        }
      }
  }

  /// x, y, α and β. The target is not the class that is read: its loss is far from 0.
  static func example(_ random: inout Draw) -> [Named<Grid>] {
    let (d, m, k) = random.sizes()
    let x = random.grid(1, m, 1)
    let p = Parameters(alpha: random.grid(d, m + 1, 1), beta: random.grid(k, d + 1, 1))
    let read = Textbook().predict(x, p)[0]
    let label = (read + random.integer(1...k - 1)) % k
    return [
      Named("x", x), Named("y", Grid(1, k) { $1 == label ? 1 : 0 }), Named("alpha", p.alpha),
      Named("beta", p.beta),
    ]
  }

  private static func tensors(
    _ source: CaseSource, _ folder: String, _ names: some Sequence<String>
  ) throws(FileError) -> [SafetensorsFile.Tensor] {
    var tensors: [SafetensorsFile.Tensor] = []
    for name in names {
      let file = name == "J" ? "loss" : name
      tensors.append(try source.files.tensor("pass/\(folder)", file, as: name))
    }
    return tensors
  }
}
