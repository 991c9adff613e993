import Foundation
import Harness
import Layers
import Network

/// What cheats are measured by.
let yardsticks: [Cheat] = [
  .doing("empty") {},
  Cheat("blank") { Acting { _, _ in notWritten() } },
  // Linear is written, and everything else traps.
  Cheat("only-linear") { OnlyLinear() },
]

private struct OnlyLinear: Submission {
  var sigmoid: any UnaryModule { ActingUnary { _, _ in fatalError("no sigmoid") } }
  var softmax: any UnaryModule { ActingUnary { _, _ in fatalError("no softmax") } }
  var crossEntropy: any BinaryModule {
    ActingBinary(fill: { _, _ in fatalError("no loss") }) { y, _ in Shape(y.rows, 1) }
  }
}
