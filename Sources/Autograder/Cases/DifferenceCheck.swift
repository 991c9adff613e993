import Formats
import Grading
import Wire

/// Central differences of a student's forward, asked point by point, beside what the student's
/// backward answers: a wrong backward of a wrong forward is told apart from two that agree.
package enum DifferenceCheck {
  /// ε, and the accepted error relative to the largest entry.
  private static let (step, tolerance) = (1e-5, 1e-6)

  /// A request for such a check: a module's operands and a random gradient of its output, or the four
  /// operands of a forward pass.
  package static func request(of function: String, _ tensors: [Named<Grid>]) -> Request {
    Request(name, tensors, texts: [Named("of", function)])
  }

  /// What such a request is called; no program is asked it.
  package static let name = "differences"

  /// Whether a request, which may be from a file, has all that the check needs.
  static func canAsk(_ request: Request) -> Bool {
    let module = ModuleSignature.all.first { $0.name == request.text("of") }
    let names = module.map { $0.operands + ["g_" + $0.output] } ?? ["x", "y", "alpha", "beta"]
    return (module != nil || request.text("of") == "forward")
      && names.allSatisfy { request[$0] != nil }
  }

  /// The gradients of whatever the program's forward computes, at the operands of a request.
  static func judgements(_ request: Request, _ ask: Ask) -> [Judgement] {
    let function = request.text("of") ?? ""
    let tensors = request.tensors.map { Named($0.name, Grid($0)) }
    guard let module = ModuleSignature.all.first(where: { $0.name == function }) else {
      return pass(tensors, ask)
    }
    let inputs = tensors.filter { module.operands.contains($0.name) }
    guard let upstream = tensors.first(where: { $0.name == "g_" + module.output })?.value else {
      preconditionFailure("there is no gradient of \(module.output)")
    }
    return self.module(module, inputs, upstream, ask)
  }

  /// The gradients of all operands of a module, for a random upstream gradient.
  private static func module(
    _ module: ModuleSignature, _ inputs: [Named<Grid>], _ upstream: Grid, _ ask: Ask
  ) -> [Judgement] {
    do throws(NoAnswer) {
      let b = try grid(module.output, of: Request(module.name, inputs), ask)
      func value(_ inputs: [Named<Grid>]) throws(NoAnswer) -> Double {
        let found = try grid(module.output, of: Request(module.name, inputs), ask)
        guard found.rows == upstream.rows, found.columns == upstream.columns else {
          let shapes = [found, upstream].map { shapeText([$0.rows, $0.columns]) }
          throw .stopped("\(module.output) is \(shapes[0]), expected \(shapes[1])")
        }
        return (found * upstream).sum
      }
      try expectWork(module, inputs, value)
      return try module.operands.map { operand throws(NoAnswer) in
        let right = try differences(operand, inputs, value)
        let start = right.map { _ in 0 }
        let request = Request(
          module.name + ".backward",
          inputs + [
            Named(module.output, b), Named("g_" + module.output, upstream),
            Named("g_" + operand, start),
          ], texts: [Named("of", operand)])
        return judgement("g_" + operand, right, request, ask)
      }
    } catch {
      return [refusal(Request(module.name, inputs), module.output, error)]
    }
  }

  /// A function that gives back an operand has gradients, too, but is no work. The affine map depends on
  /// both of its operands at once; of the others none is linear in its last operand.
  private static func expectWork(
    _ module: ModuleSignature, _ inputs: [Named<Grid>],
    _ value: ([Named<Grid>]) throws(NoAnswer) -> Double
  ) throws(NoAnswer) {
    func scaled(_ factors: [Double]) throws(NoAnswer) -> Double {
      try value(
        zip(inputs, factors).map { input, factor in Named(input.name, factor * input.value) })
    }
    let isLinear = module.name == ModuleSignature.linear.name
    let points: [[Double]] =
      isLinear
      ? [[1, 1], [2, 1], [1, 2], [2, 2]]
      : inputs.count == 1 ? [[0.5], [1], [1], [1.5]] : [[1, 0.5], [1, 1], [1, 1], [1, 1.5]]
    let values = try points.map { point throws(NoAnswer) in try scaled(point) }
    let bend = abs(values[0] - values[1] - values[2] + values[3])
    // NaN is no work either, but has a message of its own.
    if bend < 1e-6 * (values.map(abs).max() ?? 0) {
      throw .stopped(
        isLinear
          ? "your forward does not multiply its operands"
          : "your forward is linear: it gives back its operand, or a multiple of it")
    }
  }

  /// The gradients of α and β, at the student's own intermediate values.
  private static func pass(_ example: [Named<Grid>], _ ask: Ask) -> [Judgement] {
    do throws(NoAnswer) {
      let o = try ask(Request("forward", example), 1 << 20)
      func value(_ example: [Named<Grid>]) throws(NoAnswer) -> Double {
        try grid("J", of: Request("forward", example), ask).sum
      }
      var expected: [Quantity] = []
      for name in ["beta", "alpha"] {
        let right = try differences(name, example, value)
        expected.append(Quantity(right.tensor("g_" + name), tolerance: tolerance))
      }
      let given = example.map { $0.value.tensor($0.name) }
      let others = o.filter { tensor in !given.contains { $0.name == tensor.name } }
      let request = Request("backward", tensors: given + others)
      return [judge(Case(title, request, expected: expected), by: ask).withoutConstants]
    } catch {
      return [refusal(Request("forward", example), "J", error)]
    }
  }

  private static let title = "by differences of your forward"

  private static func judgement(
    _ name: String, _ right: Grid, _ request: Request, _ ask: Ask
  ) -> Judgement {
    let quantity = Quantity(right.tensor(name), tolerance: tolerance)
    return judge(Case(title, request, expected: [quantity]), by: ask).withoutConstants
  }

  /// A forward that cannot be asked has no differences.
  private static func refusal(_ request: Request, _ output: String, _ error: NoAnswer) -> Judgement
  {
    let quantity = Quantity(Grid(row: [1]).tensor(output), tolerance: tolerance)
    return Judgement(Case("forward", request, expected: [quantity]), refusal: error)
  }

  private static func differences(
    _ operand: String, _ inputs: [Named<Grid>],
    _ value: ([Named<Grid>]) throws(NoAnswer) -> Double
  ) throws(NoAnswer) -> Grid {
    guard let k = inputs.firstIndex(where: { $0.name == operand }) else {
      preconditionFailure("there is no operand \(operand)")
    }
    let point = inputs[k].value
    var result = point
    for i in 0..<point.rows {
      for j in 0..<point.columns {
        func moved(_ distance: Double) throws(NoAnswer) -> Double {
          var moved = point
          moved[i, j] += distance
          var inputs = inputs
          inputs[k] = Named(operand, moved)
          return try value(inputs)
        }
        result[i, j] = (try moved(step) - moved(-step)) / (2 * step)
      }
    }
    return result
  }

  private static func grid(
    _ name: String, of request: Request, _ ask: Ask
  ) throws(NoAnswer) -> Grid {
    let answer = try ask(request, 1 << 20)
    guard let tensor = answer.first(where: { $0.name == name }), tensor.shape.count == 2 else {
      throw .stopped("the answer to \(request.function) has no \(quoted(name)) of two axes")
    }
    return Grid(tensor)
  }
}

extension Judgement {
  /// A forward that does not depend on its operands has the gradient 0, which is no work; one that
  /// gives no numbers has none.
  fileprivate var withoutConstants: Judgement {
    if refusal != nil { return self }
    let values = `case`.expected.map(\.value.values)
    let reason: String
    if values.contains(where: { $0.contains { !$0.isFinite } }) {
      reason = "your forward gives NaN or infinities"
    } else if values.contains(where: { $0.allSatisfy { $0 == 0 } }) {
      reason = "your forward gives the same for different operands"
    } else {
      return self
    }
    return Judgement(
      Case(
        `case`.title, `case`.request, expected: [Quantity(Grid(row: [1]).tensor("b"), tolerance: 1)]
      ),
      refusal: .stopped(reason))
  }
}
