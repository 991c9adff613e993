import Formats
import Layers
import Learning
import Network
import Wire

/// The functions of the wire, carried out by a submission.
extension Submission {
  /// What the submission says to a request. Where its code traps, the process ends.
  public func answer(_ request: Request) -> Answer {
    do {
      if let role = ModuleRole(request.function, of: self) {
        return .tensors([try role.answer(request)])
      }
      switch request.function {
      case "forward": return .tensors(try forward(request))
      case "backward": return .tensors(try backward(request))
      case "train": return .tensors(try train(request))
      case "predict": return .tensors([try predict(request)])
      case "train_and_test": return .tensors(try trainAndTest(request))
      default: return .notWritten("the function \(quoted(request.function))")
      }
    } catch {
      return .threw("\(error)")
    }
  }

  private func forward(_ request: Request) throws -> [SafetensorsFile.Tensor] {
    let o = try forward(
      x: request.matrix("x"), y: request.matrix("y"), alpha: request.matrix("alpha"),
      beta: request.matrix("beta"))
    return [
      o.x.tensor("x"), o.a.tensor("a"), o.z.tensor("z"), o.b.tensor("b"), o.ŷ.tensor("yhat"),
      tensor("J", [o.loss]),
    ]
  }

  private func backward(_ request: Request) throws -> [SafetensorsFile.Tensor] {
    let o = try Intermediates(
      x: request.matrix("x"), a: request.matrix("a"), z: request.matrix("z"),
      b: request.matrix("b"), ŷ: request.matrix("yhat"), loss: request.matrix("J")[0, 0])
    let g = try backward(
      x: o.x, y: request.matrix("y"), alpha: request.matrix("alpha"), beta: request.matrix("beta"),
      after: o)
    return [
      g.b.tensor("g_b"), g.beta.tensor("g_beta"), g.z.tensor("g_z"), g.a.tensor("g_a"),
      g.alpha.tensor("g_alpha"),
    ]
  }

  private func train(_ request: Request) throws -> [SafetensorsFile.Tensor] {
    let run = try train(
      request.examples("train"), validation: request.examples("validation"),
      hidden: request.integer("hidden"), initialization: request.initialization(),
      epochs: request.integer("epochs"), rate: request.number("rate"))
    return [
      run.alpha.tensor("alpha"), run.beta.tensor("beta"), tensor("train_losses", run.trainLosses),
      tensor("validation_losses", run.validationLosses),
    ]
  }

  private func predict(_ request: Request) throws -> SafetensorsFile.Tensor {
    let labels = try predict(
      x: request.matrix("x"), alpha: request.matrix("alpha"), beta: request.matrix("beta"))
    return tensor("labels", labels.map(Double.init))
  }

  private func trainAndTest(_ request: Request) throws -> [SafetensorsFile.Tensor] {
    let r = try trainAndTest(
      training: request.examples("train"), test: request.examples("test"),
      epochs: request.integer("epochs"), hidden: request.integer("hidden"),
      initialization: request.initialization(), learningRate: request.number("rate"))
    return [
      tensor("train_losses", r.trainLosses), tensor("test_losses", r.testLosses),
      tensor("train_error", [r.trainError]), tensor("test_error", [r.testError]),
      tensor("train_labels", r.trainLabels.map(Double.init)),
      tensor("test_labels", r.testLabels.map(Double.init)),
    ]
  }
}
