import Layers
import Network
import Testing

struct ExamplesTests {
  @Test func labelsBecomeOneHot() throws {
    let examples = try Examples(x: Matrix(rows: 3, columns: 2), labels: [2, 0, 2], classes: 3)
    #expect(examples.y == Matrix(rows: 3, columns: 3, [0, 0, 1, 1, 0, 0, 0, 0, 1]))
    #expect(examples.labels == [2, 0, 2])
    #expect(examples.count == 3)
    #expect(try Examples(x: Matrix(rows: 1, columns: 2), labels: [9]).y.columns == 10)
  }

  @Test(arguments: [
    ([0, 1], "Examples: 2 labels for images of shape 3×2"),
    ([0, 1, 2, 3], "Examples: 4 labels for images of shape 3×2"),
    ([0, 1, 10], "Examples: label 10 of example 2 is not in 0..<10"),
    ([0, -1, 3], "Examples: label -1 of example 1 is not in 0..<10"),
  ])
  func mistakesAreNamed(labels: [Int], message: String) {
    let error = #expect(throws: ShapeError.self) {
      try Examples(x: Matrix(rows: 3, columns: 2), labels: labels)
    }
    #expect(error?.description == message)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func aPixelThatIsNotFiniteIsRefused(pixel: Double) {
    #expect(throws: ShapeError("Examples", "a pixel is infinite or NaN")) {
      try Examples(x: Matrix(row: [0, pixel]), labels: [1])
    }
  }
}
