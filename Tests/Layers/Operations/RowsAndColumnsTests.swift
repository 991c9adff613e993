import Layers
import Operations
import Testing

/// What is done to rows and columns at once is what is done to one after the other.
struct RowsAndColumnsTests {
  @Test func submatrix() throws {
    let a = Matrix(rows: 3, columns: 4, (1...12).map(Double.init))
    let both = try Submatrix(rows: 1..<3, columns: 1..<3).forward(a)
    #expect(both == Matrix(rows: 2, columns: 2, [6, 7, 10, 11]))
    let rows = try Submatrix(rows: 1..<3).forward(a)
    #expect(try Submatrix(columns: 1..<3).forward(rows) == both)
    #expect(try Submatrix().forward(a) == a)
  }

  @Test func expansion() throws {
    let a = Matrix(row: [5])
    let both = try Expand(rows: 2, columns: 3).forward(a)
    #expect(both == Matrix(rows: 2, columns: 3, [5, 5, 5, 5, 5, 5]))
    #expect(try Expand(columns: 3).forward(Expand(rows: 2).forward(a)) == both)
    let gB = Matrix(rows: 2, columns: 3, [1, 2, 3, 4, 5, 6])
    #expect(try Expand(rows: 2, columns: 3).backward(a, both, gB) == Matrix(row: [21]))
  }
}
