import Layers
import Testing

/// Layers are optimised in every build; what stops them says why all the same.
struct RequirementTests {
  @Test func aRowThatIsNotThere() async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let matrix = Matrix(rows: 2, columns: 3)
      _ = matrix.row(matrix.rows)[0]
    }
    #expect(try words(result).contains("Fatal error: row 2 of 2×3"))
  }

  @Test func aColumnThatIsNotThere() async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var matrix = Matrix(rows: 2, columns: 3)
      matrix[1, matrix.columns] = 1
    }
    #expect(try words(result).contains("Fatal error: column 3 of 2×3"))
  }

  @Test func shapesThatDiffer() async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var matrix = Matrix(rows: 2, columns: 3)
      matrix.add(Matrix(rows: 3, columns: 2))
    }
    #expect(try words(result).contains("Kernels/Matrix.swift:"))
    #expect(try words(result).contains("Fatal error: adding 3×2 to 2×3"))
  }

  /// The `forward` of lists and checks trusts shapes; a wrong one stops.
  @Test func anOutputOfAnotherShape() async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var b = Matrix(rows: 1, columns: 3)
      Sigmoid().forward(Matrix(rows: 2, columns: 3), into: &b)
    }
    #expect(try words(result).contains("Fatal error: 2×3 into 1×3"))
  }

  private func words(_ result: ExitTest.Result?) throws -> String {
    String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
  }
}
