import Formats
import TestSupport
import Testing

struct SHA256Tests {
  /// The messages of one and of two blocks of NIST's examples for FIPS 180-4, and no message.
  @Test(arguments: [
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
  ])
  func standardsExamples(message: String, digest: String) {
    #expect(SHA256(of: Array(message.utf8)).text == digest)
  }

  @Test func aMillionLetters() {
    #expect(
      SHA256(of: [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)).text
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  /// Every length up to a little over two blocks, as Python's hashlib has it.
  @Test func everyLengthOfTheLastBlock() throws {
    let text = String(decoding: try storedBytes("sha256.txt"), as: UTF8.self)
    let lines = text.split(separator: "\n")
    #expect(lines.count == 131)
    for (length, line) in lines.enumerated() {
      let words = line.split(separator: " ", omittingEmptySubsequences: false)
      let message = try bytes(words[0])
      #expect(message.count == length)
      #expect(SHA256(of: message).text == words[1])
      #expect(SHA256(of: message).bytes == (try bytes(words[1])))
    }
  }
}

/// The bytes that pairs of hexadecimal digits stand for.
private func bytes(_ digits: Substring) throws -> [UInt8] {
  let digits = Array(digits)
  return try stride(from: 0, to: digits.count, by: 2).map {
    try #require(UInt8(String(digits[$0...$0 + 1]), radix: 16))
  }
}
