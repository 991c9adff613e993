import CLibrary
import Wire

/// Answers the grader's requests, and ends where they do: the whole `main.swift` of a submission.
///
/// Exits with 65 where standard input is no request.
public func serve(_ submission: any Submission) -> Never {
  let requests = AnswerChannel.open()
  while let bytes = nextMessage(from: requests) {
    do {
      AnswerChannel.send(submission.answer(try Request(bytes: bytes)))
    } catch {
      refuse("\(error)")
    }
  }
  exit(EXIT_SUCCESS)
}

/// Reads one message, and not a byte more; nil at the end of the input.
private func nextMessage(from descriptor: CInt) -> [UInt8]? {
  var bytes: [UInt8] = []
  while true {
    let needed: Int
    switch MessageLength(of: bytes) {
    case .bytes(let count) where count == bytes.count: return bytes
    case .bytes(let count): needed = count
    case .unknown(let count): needed = count
    case .malformed(let reason): refuse("a message that \(reason)")
    }
    // Memory for more comes with what is read, whatever is announced.
    bytes.reserveCapacity(min(needed, 1 << 24))
    while bytes.count < needed {
      let count = readMore(from: descriptor, to: &bytes, limit: needed - bytes.count)
      if count == 0 && bytes.isEmpty { return nil }
      if count <= 0 { refuse("a message that ends after \(bytes.count) bytes of \(needed)") }
    }
  }
}

private func refuse(_ reason: String) -> Never {
  _ = writeAll(Array("answers: standard input: \(reason)\n".utf8), to: STDERR_FILENO)
  exit(65)
}
