import CLibrary
import Harness
import Layers

/// Modules that are right in another way than the package's: to rounding, not to the bit.
enum RightSubmissions {
  static let all: [(name: String, submission: any Submission)] = [
    ("the package", PackageSubmission()),
    ("modules as given", ModulesSubmission()),
    ("plain loops over arrays", TextbookSubmission()),
    ("sums from the last input to the first", ModulesSubmission(linear: linear(reversed: true))),
    ("sums in 80 bits", ModulesSubmission(linear: linear(extended: true))),
    ("sigmoid by tanh", ModulesSubmission(sigmoid: sigmoid { 0.5 * (1 + tanh($0 / 2)) })),
    (
      "sigmoid in two branches",
      ModulesSubmission(
        sigmoid: sigmoid { $0 < 0 ? exp($0) / (1 + exp($0)) : 1 / (1 + exp(-$0)) })
    ),
    ("softmax by its logarithm", ModulesSubmission(softmax: softmax)),
    ("Jacobian as a matrix", ModulesSubmission(softmax: jacobian)),
    ("gradient times the reciprocal", ModulesSubmission(crossEntropy: reciprocal)),
  ]

  private static func linear(reversed: Bool = false, extended: Bool = false) -> AlteredBinary {
    AlteredBinary(
      original: Linear(),
      forward: { a, w, b in
        b.update { _, n, j in
          let inputs = reversed ? Array((0..<a.columns).reversed()) : Array(0..<a.columns)
          if extended { return wideSum(inputs.map { (a[n, $0], w[$0 + 1, j]) }, w[0, j]) }
          return inputs.reduce(0) { $0 + a[n, $1] * w[$1 + 1, j] } + w[0, j]
        }
      },
      backwardA: { a, w, gB, gA in
        gA.update { held, n, i in
          (0..<gB.columns).reversed().reduce(0) { $0 + gB[n, $1] * w[i + 1, $1] } + held
        }
      })
  }

  private static func wideSum(_ products: [(Double, Double)], _ start: Double) -> Double {
    #if arch(x86_64) && !os(Windows)
      Double(products.reduce(Float80(start)) { $0 + Float80($1.0) * Float80($1.1) })
    #else
      products.reduce(start) { $0 + $1.0 * $1.1 }
    #endif
  }

  private static func sigmoid(_ function: @escaping @Sendable (Double) -> Double) -> AlteredUnary {
    AlteredUnary(
      original: Sigmoid(), forward: { a, b in b.update { function(a[$1, $2]) } },
      backward: { _, b, gB, gA in
        gA.update { $0 + gB[$1, $2] * (b[$1, $2] - b[$1, $2] * b[$1, $2]) }
      })
  }

  private static let softmax = AlteredUnary(
    original: Softmax(),
    forward: { a, b in
      b.update { _, i, j in
        let row = (0..<a.columns).map { a[i, $0] }
        let largest = row.max() ?? 0
        return exp(a[i, j] - largest - log(row.reduce(0) { $0 + exp($1 - largest) }))
      }
    })

  private static let jacobian = AlteredUnary(
    original: Softmax(),
    backward: { _, b, gB, gA in
      gA.update { held, i, j in
        held
          + (0..<b.columns).reduce(0) { sum, k in
            sum + gB[i, k] * b[i, k] * ((j == k ? 1 : 0) - b[i, j])
          }
      }
    })

  private static let reciprocal = AlteredBinary(
    original: CrossEntropy(),
    backwardW: { y, ŷ, gJ, gŶ in
      gŶ.update { held, i, k in
        y[i, k] == 0 ? held : held - gJ[i, 0] * y[i, k] * (1 / max(ŷ[i, k], 1e-300))
      }
    })
}
