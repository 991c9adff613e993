import Cases
import Formats

extension QuestionPlan {
  /// Q6: the gradients of whatever forward the student has, by differences of that forward.
  static func finiteDifferences(seed: UInt32) -> QuestionPlan {
    var pass = Draw(seed: seed, 27)
    return QuestionPlan(
      "Q6", "Finite differences",
      [
        part("Q6.1", "Linear", points: 3, .linear, seed, 23),
        part("Q6.2", "Sigmoid", points: 3, .sigmoid, seed, 24),
        part("Q6.3", "Softmax", points: 3, .softmax, seed, 25),
        part("Q6.4", "CrossEntropy", points: 2, .crossEntropy, seed, 26),
        PartPlan(
          "Q6.5", "NNBackward of NNForward", points: 4,
          .differences(DifferenceCheck.request(of: "forward", PassCases.example(&pass)))),
      ])
  }

  private static func part(
    _ id: String, _ title: String, points: Double, _ module: ModuleSignature, _ seed: UInt32,
    _ what: UInt32
  ) -> PartPlan {
    var random = Draw(seed: seed, what)
    let inputs = zip(module.operands, module.draw(&random)).map(Named.init)
    let upstream = random.grid(inputs[0].value.rows, module.columns(inputs.map(\.value)))
    let request = DifferenceCheck.request(
      of: module.name, inputs + [Named("g_" + module.output, upstream)])
    return PartPlan(id, title, points: points, .differences(request))
  }
}

extension ModuleSignature {
  /// The columns of the output.
  fileprivate func columns(_ inputs: [Grid]) -> Int {
    switch output {
    case "J": 1
    case _ where inputs.count == 2: inputs[1].rows
    default: inputs[0].columns
    }
  }
}
