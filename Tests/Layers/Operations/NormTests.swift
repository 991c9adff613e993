import Layers
import Operations
import Testing

struct NormTests {
  @Test func knownValues() throws {
    let a = Matrix(rows: 2, columns: 2, [1, -2, -2, 4])
    #expect(try SquaredNorm().forward(a).values == [25])
    #expect(try FrobeniusNorm().forward(a).values == [5])
    let one = Matrix(row: [10])
    #expect(try SquaredNorm().backward(a, Matrix(row: [25]), one).values == [20, -40, -40, 80])
    #expect(try FrobeniusNorm().backward(a, Matrix(row: [5]), one).values == [2, -4, -4, 8])
  }

  /// In 0 the norm has a kink; the gradient there is 0, not 0/0.
  @Test func ofZero() throws {
    let a = Matrix(rows: 2, columns: 3)
    let b = try FrobeniusNorm().forward(a)
    #expect(b.values == [0])
    #expect(try FrobeniusNorm().backward(a, b, Matrix(row: [1])) == a)
  }
}
