import Autodiff
import Graph

/// The notes' backward pass on numbers, to be done wrong on purpose: it walks over an operation
/// sequence and adds to the deltas of each line's inputs.
struct TextbookBackpropagation {
  let sequence: [Instruction]
  let values: [String: Double]

  /// The deltas of all registers.
  /// - Parameters:
  ///   - order: in which the lines are visited; right is from the last to the first.
  ///   - overwrites: whether a delta replaces what is there, as `=` in place of `+=` does.
  func deltas(order: [Int], overwrites: Bool = false) -> [String: Double] {
    var deltas = values.mapValues { _ in 0.0 }
    if let last = sequence.last { deltas[last.output] = 1 }
    for line in order.map({ sequence[$0] }) {
      for (input, partial) in zip(line.inputs, partials(of: line)) {
        let delta = deltas[line.output, default: 0] * partial
        deltas[input] = overwrites ? delta : deltas[input, default: 0] + delta
      }
    }
    return deltas
  }

  private func partials(of line: Instruction) -> [Double] {
    let inputs = line.inputs.map { values[$0, default: .nan] }
    return switch line.function {
    case "add": [1, 1]
    case "mul": [inputs[1], inputs[0]]
    case "square": [2 * inputs[0]]
    default: []
    }
  }

  /// Whether every line is visited after all that read its output.
  func isRightOrder(_ order: [Int]) -> Bool {
    order.indices.allSatisfy { k in
      order[k...].dropFirst().allSatisfy {
        !sequence[$0].inputs.contains(sequence[order[k]].output)
      }
    }
  }
}

/// All orders of 0, 1, …, count − 1.
func permutations(_ count: Int) -> [[Int]] {
  guard count > 0 else { return [[]] }
  return permutations(count - 1).flatMap { shorter in
    (0..<count).map { k in
      var longer = shorter
      longer.insert(count - 1, at: k)
      return longer
    }
  }
}
