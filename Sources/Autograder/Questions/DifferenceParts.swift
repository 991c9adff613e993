import Formats
import Grading

extension Question {
  /// Q6: the gradients of whatever forward the student has, by differences of that forward.
  static func finiteDifferences(seed: UInt32) -> Question {
    Question(
      "Q6", "Finite differences",
      [
        part("Q6.1", "Linear", points: 3, .linear, seed, 23),
        part("Q6.2", "Sigmoid", points: 3, .sigmoid, seed, 24),
        part("Q6.3", "Softmax", points: 3, .softmax, seed, 25),
        part("Q6.4", "CrossEntropy", points: 2, .crossEntropy, seed, 26),
        Part("Q6.5", "NNBackward of NNForward", points: 4) { ask, _ in
          var random = Draw(seed: seed, 27)
          return Findings(DifferenceCheck.pass(PassCases.example(&random), ask))
        },
      ])
  }

  private static func part(
    _ id: String, _ title: String, points: Double, _ module: ModuleName, _ seed: UInt32,
    _ what: UInt32
  ) -> Part {
    Part(id, title, points: points) { ask, _ in
      var random = Draw(seed: seed, what)
      let inputs = zip(module.operands, module.draw(&random)).map(Named.init)
      return Findings(DifferenceCheck.module(module, inputs, &random, ask))
    }
  }
}
