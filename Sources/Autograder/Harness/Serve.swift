import CLibrary
import Wire

/// Answers the grader's requests, and ends where they do: the whole `main.swift` of a submission.
///
/// Exits with 65 where standard input is no request.
public func serve(_ submission: any Submission) -> Never {
  let requests = AnswerChannel.open()
  do {
    while let bytes = try readMessage(from: requests, path: "standard input") {
      AnswerChannel.send(submission.answer(try Request(bytes: bytes, path: "standard input")))
    }
  } catch {
    _ = writeAll(Array("answers: \(error)\n".utf8), to: STDERR_FILENO)
    exit(65)
  }
  exit(EXIT_SUCCESS)
}
