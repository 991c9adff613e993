import Testing
import Wire

struct MessageLengthTests {
  @Test func eightBytesSayHowLongTheHeaderIs() {
    #expect(MessageLength(of: []) == .unknown(needs: 8))
    #expect(MessageLength(of: [2, 0, 0, 0, 0, 0, 0, 0]) == .unknown(needs: 10))
    #expect(MessageLength(of: [2, 0, 0, 0, 0, 0, 0, 0] + Array("{}".utf8)) == .bytes(10))
  }
}
