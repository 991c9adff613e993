import Cases
import Formats
import Grading

extension Question {
  /// The OCR course's questions, worth 100 points.
  package static func course(_ source: CaseSource) -> [Question] {
    QuestionPlan.course(source).map { $0.question(name: mistakeNamer) }
  }
}

/// For a part, says which mistake of the catalogue its answers show.
@Sendable package func mistakeNamer(_ id: String) -> PartPlan.Name {
  switch id {
  // Without weights many mistakes give the same; this one is what the part is about.
  case "Q1.6": { mistake(in: $0, known: $1, among: [.softmaxWithoutMaximum]) }
  // Nor is any named here.
  case "Q2.9": { _, _ in nil }
  default: { mistake(in: $0, known: $1, among: Mistake.all) }
  }
}

extension QuestionPlan {
  /// The OCR course's questions as data.
  package static func course(_ source: CaseSource) -> [QuestionPlan] {
    [
      forwardPass(source), backwardPass(source), training(source), prediction(source),
      trainingAndTesting(source), finiteDifferences(seed: source.seed),
    ]
  }

  private static func forwardPass(_ source: CaseSource) -> QuestionPlan {
    QuestionPlan(
      "Q1", "Forward pass",
      [
        part("Q1.1", "Linear", points: 3) { () throws(FileError) in
          try ModuleSignature.linear.forward(source, 1)
        },
        part("Q1.2", "Sigmoid", points: 3) { () throws(FileError) in
          try ModuleSignature.sigmoid.forward(source, 2)
        },
        part("Q1.3", "Softmax", points: 3) { () throws(FileError) in
          try ModuleSignature.softmax.forward(source, 3)
        },
        part("Q1.4", "CrossEntropy", points: 3) { () throws(FileError) in
          try ModuleSignature.crossEntropy.forward(source, 4)
        },
        part("Q1.5", "NNForward", points: 6) { () throws(FileError) in
          try PassCases.forward(source, 5)
        },
        part("Q1.6", "NNForward, logits up to ±1e308", points: 2) { () throws(FileError) in
          try source.references { () throws(FileError) in
            [try PassCases.forward(source, "extreme", "only biases")]
          }
        },
      ])
  }

  private static func backwardPass(_ source: CaseSource) -> QuestionPlan {
    func gradient(
      _ id: String, _ title: String, points: Double, _ module: ModuleSignature, _ operand: String,
      _ what: UInt32
    ) -> PartPlan {
      part(id, title, points: points) { () throws(FileError) in
        try module.backward(source, of: operand, what)
      }
    }
    return QuestionPlan(
      "Q2", "Backward pass",
      [
        gradient("Q2.1", "Linear, g_a", points: 3, .linear, "a", 6),
        gradient("Q2.2", "Linear, g_ω", points: 4, .linear, "w", 7),
        part("Q2.3", "Linear, a step takes its scale", points: 2) { stepCases(source, 8) },
        gradient("Q2.4", "Sigmoid, g_a", points: 3, .sigmoid, "a", 9),
        gradient("Q2.5", "Softmax, g_a", points: 3, .softmax, "a", 10),
        gradient("Q2.6", "CrossEntropy, g_ŷ", points: 2, .crossEntropy, "yhat", 11),
        gradient("Q2.7", "CrossEntropy, g_y", points: 1, .crossEntropy, "y", 12),
        part("Q2.8", "NNBackward", points: 6) { () throws(FileError) in
          try PassCases.backward(source, 13)
        },
        part("Q2.9", "NNBackward, logits up to ±1e308", points: 1) { () throws(FileError) in
          try source.references { () throws(FileError) in
            [try PassCases.backward(source, "extreme", "only biases")]
          }
        },
      ])
  }

  private static func training(_ source: CaseSource) -> QuestionPlan {
    func sgd(
      _ id: String, _ title: String, points: Double, _ what: UInt32, epochs: Int, isRandom: Bool,
      _ folder: String, _ plan: TrainingPlan
    ) -> PartPlan {
      part(id, title, points: points) { () throws(FileError) in
        try TrainingCases.drawn(source, what, epochs: epochs, isRandom: isRandom)
          + source.letters { () throws(FileError) in
            try TrainingCases.reference(source, folder, plan)
          }
      }
    }
    return QuestionPlan(
      "Q3", "Training by SGD",
      [
        sgd(
          "Q3.1", "ZERO, one epoch", points: 6, 14, epochs: 1, isRandom: false, "zero-1",
          TrainingPlan(hidden: 3, epochs: 1, rate: "0.1", seed: nil)),
        sgd(
          "Q3.2", "ZERO, several epochs", points: 5, 15, epochs: 3, isRandom: false, "zero-5",
          TrainingPlan(hidden: 4, epochs: 5, rate: "0.1", seed: nil)),
        part("Q3.3", "RANDOM, how parameters start", points: 3) {
          TrainingCases.drawn(source, 16, epochs: 0, isRandom: true)
        },
        sgd(
          "Q3.4", "RANDOM, several epochs", points: 6, 17, epochs: 2, isRandom: true, "random-10",
          TrainingPlan(hidden: 3, epochs: 10, rate: "0.1", seed: 7)),
      ])
  }

  private static func prediction(_ source: CaseSource) -> QuestionPlan {
    func labels(_ folder: String) throws(FileError) -> [Case] {
      try source.letters { () throws(FileError) in
        try PredictionCases.reference(source, folder)
      }
    }
    return QuestionPlan(
      "Q4", "Prediction",
      [
        part("Q4.1", "random parameters", points: 3) { () throws(FileError) in
          try PredictionCases.drawn(source, 18) + labels("random")
        },
        part("Q4.2", "trained parameters", points: 4) { () throws(FileError) in
          try PredictionCases.drawn(source, 28) + labels("trained")
        },
        part("Q4.3", "ties: the lowest label wins", points: 3) { () throws(FileError) in
          try PredictionCases.ties(source, 19) + labels("ties")
        },
      ])
  }

  private static func trainingAndTesting(_ source: CaseSource) -> QuestionPlan {
    func part(
      _ id: String, _ title: String, points: Double, _ what: UInt32, _ name: String,
      _ plan: TrainingPlan
    ) -> PartPlan {
      QuestionPlan.part(id, title, points: points) { () throws(FileError) in
        try TrainAndTestCases.drawn(source, what)
          + source.letters { () throws(FileError) in
            try TrainAndTestCases.reference(source, name, plan)
          }
      }
    }
    return QuestionPlan(
      "Q5", "train_and_test",
      [
        part(
          "Q5.1", "small: ZERO, D = 100, 10 epochs, γ = 0.2", points: 6, 20, "small",
          TrainingPlan(hidden: 100, epochs: 10, rate: "0.2", seed: nil)),
        part(
          "Q5.2", "medium: RANDOM, D = 10, 2 epochs, γ = 0.1", points: 2, 21, "medium",
          TrainingPlan(hidden: 10, epochs: 2, rate: "0.1", seed: 1)),
        part(
          "Q5.3", "large: RANDOM, D = 8, 1 epoch, γ = 0.1", points: 2, 22, "large",
          TrainingPlan(hidden: 8, epochs: 1, rate: "0.1", seed: 2)),
      ])
  }

  private static func part(
    _ id: String, _ title: String, points: Double, cases: () throws(FileError) -> [Case]
  ) -> PartPlan {
    do throws(FileError) {
      return PartPlan(id, title, points: points, .cases(try cases()))
    } catch {
      return PartPlan(id, title, points: points, .unreadable(error))
    }
  }
}
