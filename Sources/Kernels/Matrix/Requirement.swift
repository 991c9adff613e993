/// Stops the program with a message where `condition` does not hold.
///
/// Of a `precondition` an optimised build keeps no word. The message is composed out of the way, so a
/// loop pays for the comparison, as it does for a `precondition`'s; in a kernel, for one without
/// numbers in it.
@inlinable
@inline(__always)
package func require(
  _ condition: Bool, _ message: @autoclosure () -> String, file: StaticString = #fileID,
  line: UInt = #line
) {
  if !condition { stop(message, file, line) }
}

@usableFromInline
@inline(never)
package func stop(_ message: () -> String, _ file: StaticString, _ line: UInt) -> Never {
  fatalError(message(), file: file, line: line)
}

// For every access to an element: two numbers more are quicker to pass on than a message.

@usableFromInline
@inline(never)
package func stop(atRow i: Int, of shape: Shape) -> Never { fatalError("row \(i) of \(shape)") }

@usableFromInline
@inline(never)
package func stop(atColumn j: Int, of shape: Shape) -> Never {
  fatalError("column \(j) of \(shape)")
}
