import CLibrary
import Testing

/// What Swift 6.3's runtime writes, shortened.
struct TrapTests {
  private let frames = """

    *** Signal 4: Backtracing from 0x557b3e5cf362... done ***

    *** WHAT ***

    Platform: x86_64 Linux (Debian GNU/Linux 12 (bookworm))

    Thread 0 "ocr" crashed:

      0 [inlined] [system] 0x0000557b3e5cf362 specialized Array.subscript.getter in ocr at //<compiler-generated>
      1 [inlined]          0x0000557b3e5cf362 Matrix.row(_:) + 82 in ocr at /a b/Sources/Kernels/Matrix.swift:16:41
      2 [ra] [inlined]     0x0000557b3e5e556c Matrix.subscript.setter in ocr at Sources/Kernels/Matrix.swift
      3 [ra]               0x0000557b3e5e556c specialized Sigmoid.backward(_:_:_:adding:) + 443 in ocr at /a b/Sources/Layers/Sigmoid.swift:23:31
    ...

    Backtrace took 0.22s

    """

  private func trap(_ what: String, before: String = "") -> Trap {
    Trap(Array((before + frames.split(separator: "WHAT").joined(separator: what)).utf8)) {
      $0.contains("/Sources/Kernels/")
    }
  }

  @Test func itsPlaceIsTheCallers() {
    let what = "Program crashed: Illegal instruction at 0x0000561bbd891b43"
    #expect(trap(what).place == "Sources/Layers/Sigmoid.swift:23")
    let any = Trap(Array(frames.utf8))
    #expect(any.place == "Sources/Kernels/Matrix.swift:16")
    #expect(Trap(Array(frames.utf8)) { _ in true }.place == any.place)
  }

  /// Of an optimised function the line may be lost, and then its caller's would mislead.
  @Test func aFunctionWithoutALineIsTold() {
    let bytes = Array(frames.utf8)
    let own = ["Sigmoid.", "Array."]
    #expect(Trap(bytes, functions: own) { _ in true }.place == "Array.subscript.getter")
    let backward = "Sigmoid.backward(_:_:_:adding:)"
    #expect(Trap(bytes, functions: ["Sigmoid."]) { _ in true }.place == backward)
    #expect(
      Trap(bytes, functions: own) { $0.contains("Matrix") }.place
        == "Sources/Layers/Sigmoid.swift:23")
  }

  @Test(arguments: [
    ("Program crashed: Illegal instruction at 0x0000561bbd891b43", "in Array.subscript.getter"),
    ("Program crashed: System trap at 0x0000561bbd891b43", "in Array.subscript.getter"),
    ("Swift runtime failure: arithmetic overflow", "arithmetic overflow"),
    ("Program crashed: Bad pointer dereference at 0x00007ffe47826ff8", "Bad pointer dereference"),
  ])
  func itsMessage(what: String, message: String) {
    #expect(trap(what).message == message)
    let said = trap(what, before: "hello\nKernels/Matrix.swift:81: Fatal error: row 3 of 2×3\n")
    #expect(said.message == "row 3 of 2×3")
  }

  @Test func withoutABacktrace() {
    let trap = Trap(Array("a.swift:2: Fatal error: no\n".utf8))
    #expect(trap.message == "no" && trap.place == nil)
    for text in ["", "\n", "0 0x in at", "1 0x12 f in a at b", "\u{FF}"] {
      let nothing = Trap(Array(text.utf8))
      #expect(nothing.place == nil && nothing.message != "no")
    }
  }

  /// Of a program that is compiled here, whatever the runtime of today writes.
  @Test func theRuntimeIsUnderstood() async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      fatalError("an end in itself")
    }
    #expect(Trap(try #require(result).standardErrorContent).message == "an end in itself")
  }
}
