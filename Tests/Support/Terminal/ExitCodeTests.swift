import CLibrary
import Formats
import Testing

@testable import Terminal

@Suite struct ExitCodeTests {
  @Test func isSysexits() {
    let codes = ExitCode.allCases.map { $0.rawValue }
    let signals = [SIGHUP, SIGINT, SIGPIPE, SIGTERM]
    #expect(codes == [0, 1, 64, 65, 66, 70, 73, 74] + signals.map { 128 + $0 })
  }

  @Test func errorsHaveTheirCode() {
    struct WrongNumber: DataError {}
    struct Mystery: Error {}
    #expect(ExitCode(of: UsageError("no")) == .usage)
    #expect(ExitCode(of: FileError(.cannotCreate, path: "x", "no")) == .cannotCreate)
    #expect(ExitCode(of: WrongNumber()) == .data)
    #expect(ExitCode(of: Mystery()) == .internal)
  }
}
