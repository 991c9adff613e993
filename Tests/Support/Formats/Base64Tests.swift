import Testing

@testable import Formats

@Suite struct Base64Tests {
  /// RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ]) func bytesAreAsTheStandardHasThem(text: String, expected: String) {
    #expect(base64(Array(text.utf8)) == expected)
  }

  @Test func everyDigitIsThere() {
    let expected = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4v"
    #expect(base64(Array(0..<48)) == expected)
    #expect(base64([0xFB, 0xEF, 0xBE, 0xFF, 0xFF, 0xFF]) == "++++////")
  }

  /// 1.5 is 0x3FF8000000000000; 300 is 0x012C.
  @Test func numbersHaveTheLeastByteFirst() {
    #expect(packed([1.5, -0.0]) == [0, 0, 0, 0, 0, 0, 0xF8, 0x3F, 0, 0, 0, 0, 0, 0, 0, 0x80])
    #expect(packed(labels: [1, 300]) == [1, 0, 0x2C, 1])
    #expect(packedBits([1, 0, 1, 1, 0, 0, 0, 0, 0, 1]) == [0b1101, 0b10])
    #expect(packedBits([1, 0.5]) == nil)
  }

  @Test func whatIsCompressedIsReadBack() throws {
    let bytes = (0..<5000).map { UInt8($0 % 7) }
    let compressed = try #require(gzip(bytes))
    #expect(compressed.count < 200)
    #expect(try gunzip(compressed, path: "", limit: 5000) == bytes)
    #expect(compressed[4..<8] == [0, 0, 0, 0])  // no time
  }
}
