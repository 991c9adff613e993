import Cases
import Formats
import Wire

/// A textbook speaks the wire, so what is right and what a mistake gives are answers like a student's.
extension Textbook {
  /// What this textbook answers; nil where it does not know the function.
  func answer(_ request: Request) -> [SafetensorsFile.Tensor]? {
    switch request.function {
    case "linear": [linear(request["a"], request["w"]).tensor("b")]
    case "sigmoid": [sigmoid(request["a"]).tensor("b")]
    case "softmax": [softmax(request["a"]).tensor("b")]
    case "cross_entropy": [crossEntropy(request["y"], request["yhat"]).tensor("J")]
    case "linear.step":
      [
        step(request["w"], request.number("scale"), linearW(request["a"], request["g_b"]))
          .tensor("w")
      ]
    case "forward": forward(request)
    case "backward": backward(request)
    case "train": train(request)
    case "predict":
      [labels("labels", predict(request["x"], request.parameters))]
    case "train_and_test": trainAndTest(request)
    default:
      contribution(request).map { contribution in
        let name = "g_" + request.word("of")
        return [adding(request[name], contribution).tensor(name)]
      }
    }
  }

  /// What a module's backward adds.
  private func contribution(_ request: Request) -> Grid? {
    let operand = request.word("of")
    switch request.function {
    case "linear.backward" where operand == "a":
      return linearA(request["a"], request["w"], request["g_b"])
    case "linear.backward": return linearW(request["a"], request["g_b"])
    case "sigmoid.backward": return sigmoidA(request["a"], request["b"], request["g_b"])
    case "softmax.backward": return softmaxA(request["b"], request["g_b"])
    case "cross_entropy.backward" where operand == "y":
      return crossEntropyY(request["y"], request["yhat"], request["g_J"])
    case "cross_entropy.backward":
      return crossEntropyŶ(request["y"], request["yhat"], request["g_J"])
    default: return nil
    }
  }

  private func forward(_ request: Request) -> [SafetensorsFile.Tensor] {
    var o = forward(request["x"], request["y"], request.parameters)
    passResult(&o)
    return [
      o.x.tensor("x"), o.a.tensor("a"), o.z.tensor("z"), o.b.tensor("b"), o.ŷ.tensor("yhat"),
      o.loss.tensor("J"),
    ]
  }

  private func backward(_ request: Request) -> [SafetensorsFile.Tensor] {
    let o = Pass(
      x: request["x"], a: request["a"], z: request["z"], b: request["b"], ŷ: request["yhat"],
      loss: request["J"])
    var g = backward(request["y"], o, request.parameters)
    gradientsResult(&g, o, request.parameters)
    return [
      g.b.tensor("g_b"), g.beta.tensor("g_beta"), g.z.tensor("g_z"), g.a.tensor("g_a"),
      g.alpha.tensor("g_alpha"),
    ]
  }

  private func trained(_ request: Request, _ second: String) -> TrainedResults {
    let training = request.examples("train")
    let sizes = Sizes(
      inputs: training.x.columns, hidden: request.integer("hidden"), classes: training.classes)
    return train(
      training, request.examples(second), sizes, request.initialization,
      epochs: request.integer("epochs"), rate: request.number("rate"))
  }

  private func train(_ request: Request) -> [SafetensorsFile.Tensor] {
    let run = trained(request, "validation")
    return [
      run.parameters.alpha.tensor("alpha"), run.parameters.beta.tensor("beta"),
      Grid(row: run.trainLosses).tensor("train_losses"),
      Grid(row: run.validationLosses).tensor("validation_losses"),
    ]
  }

  private func trainAndTest(_ request: Request) -> [SafetensorsFile.Tensor] {
    let run = trained(request, "test")
    let r = test(run, request.examples("train"), request.examples("test"))
    return [
      Grid(row: r.trainLosses).tensor("train_losses"),
      Grid(row: r.testLosses).tensor("test_losses"),
      Grid(row: [r.trainError]).tensor("train_error"),
      Grid(row: [r.testError]).tensor("test_error"),
      labels("train_labels", r.trainLabels), labels("test_labels", r.testLabels),
    ]
  }

  private func labels(_ name: String, _ labels: [Int]) -> SafetensorsFile.Tensor {
    Grid(row: labels.map(Double.init)).tensor(name)
  }
}

/// The grader's own requests have what their functions need.
extension Request {
  subscript(name: String) -> Grid {
    guard let tensor: SafetensorsFile.Tensor = self[name] else {
      preconditionFailure("the request has no \(name)")
    }
    return Grid(tensor)
  }

  fileprivate var parameters: Parameters { Parameters(alpha: self["alpha"], beta: self["beta"]) }

  fileprivate func word(_ name: String) -> String { text(name) ?? "" }
  fileprivate func integer(_ name: String) -> Int { Int(word(name)) ?? 0 }
  fileprivate func number(_ name: String) -> Double { Double(decimal: word(name)) ?? 0 }

  fileprivate var initialization: Initialization {
    word("initialization") == "random" ? .random(seed: UInt32(word("seed")) ?? 0) : .zero
  }

  fileprivate func examples(_ name: String) -> Examples {
    Examples(
      x: self[name + "_x"], labels: (self[name + "_y"] as Grid).values.map { Int($0) },
      classes: integer("classes"))
  }
}
