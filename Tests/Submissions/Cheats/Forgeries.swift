import Foundation
import Harness
import Layers

/// Grades that a submission gives itself.
let forgeries: [Cheat] = [
  .doing("exit-at-once") { exit(0) },
  .doing("forged-on-stdout") {
    print(forged)
    fflush(nil)
    exit(0)
  },
  .doing("forged-on-stderr") {
    _ = write(STDERR_FILENO, forged, forged.utf8.count)
    exit(0)
  },
  .doing("forged-everywhere") {
    writeEverywhere(Array(forged.utf8))
    exit(0)
  },
  .doing("forged-at-exit") {
    atexit { writeEverywhere(Array(forged.utf8)) }
    exit(0)
  },
  Cheat("in-init") { InInit() },
  // What these two do is done before `main`; see CTricks.
  .doing("constructor") {},
  .doing("exit-handler-before-main") { exit(0) },
  Cheat("in-a-static") { Acting { _, _ in _ = Statics.grade } },
]

/// What former graders believed.
let forged = """
  {"question":"Q4","parts":[{"id":"Q4.1","checks":[{"name":"labels","failure":null}]}]}
  {"score":100,"max_score":100,"tests":[]}
  Total                                              100 / 100
  PASS

  """

/// To whatever descriptor is open.
func writeEverywhere(_ bytes: [UInt8]) {
  for descriptor in 0..<64 as Range<CInt> { _ = write(descriptor, bytes, bytes.count) }
}

private enum Statics {
  static let grade: Int = {
    writeEverywhere(Array(forged.utf8))
    exit(0)
  }()
}

private struct InInit: Submission {
  init() {
    writeEverywhere(Array(forged.utf8))
    exit(0)
  }
}
