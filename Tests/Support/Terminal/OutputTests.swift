import CLibrary
import Testing

@testable import Terminal

/// What `body` writes to the output it gets, at most as much as a pipe holds (64 KiB).
func written(_ body: (Output) throws -> Void) throws -> String {
  var ends: [Int32] = [0, 0]
  try #require(pipe(&ends) == 0)
  defer { close(ends[0]) }
  do {
    defer { close(ends[1]) }
    try body(Output(descriptor: ends[1]))
  }
  var bytes = [UInt8](repeating: 0, count: 1 << 16)
  let count = read(ends[0], &bytes, bytes.count)
  return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
}

@Suite struct OutputTests {
  @Test(arguments: ["", "β\n", String(repeating: "0123456789\n", count: 5000)])
  func writesAll(text: String) throws {
    #expect(try written { try $0.write(text) } == text)
  }

  @Test func reportsABadDescriptor() {
    let error = #expect(throws: OutputError.self) { try Output(descriptor: 987).write("x") }
    #expect(error?.code == EBADF && error?.exitCode == .inputOutput)
    #expect(error?.description.hasPrefix("descriptor 987: ") == true)
  }

  #if os(Linux)
    @Test func reportsAFullDisk() throws {
      let full = open("/dev/full", O_WRONLY)
      try #require(full >= 0)
      defer { close(full) }
      let error = #expect(throws: OutputError.self) { try Output(descriptor: full).write("x") }
      #expect(error?.code == ENOSPC && error?.exitCode == .inputOutput)
    }
  #endif

  @Test func namesTheStandardOutput() {
    let text = OutputError(descriptor: 1, code: ENOSPC).description
    #expect(text == "standard output: No space left on device")
  }

  @Test func endsQuietlyWithoutAReader() throws {
    Output.makeFailedWritesThrow()
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    let error = #expect(throws: OutputError.self) { try Output(descriptor: ends[1]).write("x") }
    #expect(error?.exitCode == .brokenPipe)
  }

  /// A pipe that is non-blocking and full takes more once it is read.
  @Test func waitsForASlowReader() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    let (reader, writer) = (ends[0], ends[1])
    defer { close(reader) }
    // A program that another test starts must not keep the pipe open.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(writer, F_SETFL, O_NONBLOCK)
    // A thread of its own: those of the test runner may all be waiting.
    let worker = Worker()
    nonisolated(unsafe) var total = 0
    worker.start {
      var bytes = [UInt8](repeating: 0, count: 4096)
      while case let count = read(reader, &bytes, bytes.count), count > 0 { total += count }
    }
    try Output(descriptor: writer).write(String(repeating: "x", count: 1_000_000))
    close(writer)
    worker.wait()
    #expect(total == 1_000_000)
  }
}
