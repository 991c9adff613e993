import CLibrary
import Wire

/// The body of a function that is still to be written. The grader says so of the parts that call it;
/// elsewhere the process ends with a line on standard error, and 70.
public func notWritten(
  _ function: String = #function, file: String = #fileID, line: Int = #line
) -> Never {
  let place = "\(function) at \(file):\(line)"
  if AnswerChannel.isOpen {
    AnswerChannel.send(.notWritten(place))
    exit(EXIT_SUCCESS)
  }
  _ = writeAll(Array("not written yet: \(place)\n".utf8), to: STDERR_FILENO)
  exit(70)
}
