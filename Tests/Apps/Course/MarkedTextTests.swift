import Testing

@testable import CourseApp

/// What a file of the package is in a starter.
struct MarkedTextTests {
  private let swift = """
    import Layers

    func twice(_ a: Double) -> Double {
      // answer: there are two ways,
      // one of which is an addition
      2 * a
      // end
    }

    // teacher
    func secret() {}
    // end
    // starter: let isStarter = true
    // A comment stays.

    """

  @Test func aBlankHasTheHintAndSaysThatItIsToBeWritten() {
    #expect(
      MarkedText(swift, of: "a.swift").text(isBlank: true) == """
        import Harness
        import Layers

        func twice(_ a: Double) -> Double {
          // Hint: there are two ways,
          // one of which is an addition
          notWritten()
        }

        let isStarter = true
        // A comment stays.

        """)
  }

  @Test func anAnswerStandsWithoutItsMarks() {
    #expect(
      MarkedText(swift, of: "a.swift").text() == """
        import Layers

        func twice(_ a: Double) -> Double {
          2 * a
        }

        let isStarter = true
        // A comment stays.

        """)
  }

  @Test func inPythonTheMarksAreItsComments() {
    let python = """
      def twice(a):
          # answer: add
          b = a
          return a + b
          # end
      """
    #expect(
      MarkedText(python, of: "a.py").text(isBlank: true) == """
        def twice(a):
            # Hint: add
            not_written()
        """)
    #expect(
      MarkedText(python, of: "a.py").text() == """
        def twice(a):
            b = a
            return a + b
        """)
  }
}
