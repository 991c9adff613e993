import Formats
import TestSupport
import Testing
import Wire

@Suite(.firstIssues) struct MessageLengthTests {
  /// The bytes of a message's beginning.
  private func bytes(_ header: String, length: UInt64? = nil) -> [UInt8] {
    let length = length ?? UInt64(header.utf8.count)
    return withUnsafeBytes(of: length.littleEndian) { Array($0) } + Array(header.utf8)
  }

  @Test func eightBytesSayHowLongTheHeaderIs() {
    #expect(MessageLength(of: []) == .unknown(needs: 8))
    #expect(MessageLength(of: bytes("", length: 2)) == .unknown(needs: 10))
    #expect(MessageLength(of: bytes("{}")) == .bytes(10))
  }

  @Test func theLargestEndSaysHowLongTheMessageIs() {
    let header = #"{"a":{"data_offsets":[16,24]},"b":{"data_offsets":[0,16]}}"#
    #expect(MessageLength(of: bytes(header)) == .bytes(8 + header.utf8.count + 24))
    // Whatever a cheat announces is a number.
    #expect(MessageLength(of: bytes(#"{"a":{"data_offsets":[0,-5]}}"#)) == .bytes(37))
    let endless = #"{"a":{"data_offsets":[0,9223372036854775807]}}"#
    #expect(MessageLength(of: bytes(endless)) == .bytes(.max))
  }

  @Test func everyBeginningOfAMessageNeedsMore() {
    let tensor = SafetensorsFile.Tensor("b", shape: [1, 2], values: [1, 2])
    let message = Answer.tensors([tensor]).bytes
    for count in 0..<message.count {
      switch MessageLength(of: Array(message.prefix(count))) {
      case .unknown(let needed): #expect(needed > count && needed <= message.count)
      case let known: #expect(known == .bytes(message.count))
      }
    }
    #expect(MessageLength(of: message) == .bytes(message.count))
  }

  @Test(arguments: [
    #"{"question":"Q4"}"#, "no JSON at all, and long enough", "\u{7f}ELF\u{2}\u{1}\u{1}\0",
  ])
  func otherBytesAreMalformed(_ text: String) {
    guard case .malformed(let reason) = MessageLength(of: Array(text.utf8)) else {
      Issue.record("\(text) is taken for a message")
      return
    }
    #expect(reason.hasPrefix("begins with "))
  }

  @Test func aHeaderMustBeJSON() {
    let reason = #"has a header that is no JSON object: "{{""#
    #expect(MessageLength(of: bytes("{{")) == .malformed(reason))
  }
}
