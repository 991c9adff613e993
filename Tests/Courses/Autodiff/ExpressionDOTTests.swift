import Autodiff
import Graph
import Layers
import TestSupport
import Testing

@Suite(.firstIssues) struct ExpressionDOTTests {
  @Test func inputsParametersAndOperations() throws {
    let expressions = Expressions()
    let x = try expressions.input("x")
    _ = half(x)
    let w = try expressions.parameter("w", Matrix(row: [1]))
    let y = try (x - w).named("y")
    let loss = try (y * y).named("J")
    #expect(
      try expressions.dot(of: loss) == """
        digraph {
          rankdir=LR
          ordering=in
          n0 [label="x", shape=box]
          n2 [label="w", shape=box, peripheries=2]
          n3 [label="y = sub"]
          n0 -> n3
          n2 -> n3
          n4 [label="J = mul"]
          n3 -> n4
          n3 -> n4
        }

        """)
  }

  @Test(arguments: [
    (#"a"b"#, #"a\"b"#), (#"\"#, #"\\"#), ("a\nb", #"a\nb"#), ("a\r\nb", #"a\nb"#), ("ŷ₁", "ŷ₁"),
    ("a\"\u{301}b", "a\\\"\u{301}b"),
  ]) func namesAreEscaped(name: String, label: String) throws {
    let expressions = Expressions()
    let x = try expressions.input(name)
    #expect(try expressions.dot(of: x).contains("\n  n0 [label=\"\(label)\", shape=box]\n"))
  }
}
