import Foundation
import TestSupport
import Testing

@testable import Formats

@Test func wholeFileIsRead() throws {
  let scratch = try Scratch()
  // More than one piece of 64 KiB.
  let bytes = (0..<200_001).map { UInt8(truncatingIfNeeded: $0 &* 31) }
  #expect(try readFile(scratch.write("file", bytes)) == bytes)
  #expect(try readFile(scratch.write("empty", [])) == [])
}

@Test func pipeIsReadToItsEnd() throws {
  let pipe = Pipe()
  // Less than a pipe holds, so that one thread can write it and then read it.
  let bytes = [UInt8](repeating: 7, count: 5000)
  pipe.fileHandleForWriting.write(Data(bytes))
  pipe.fileHandleForWriting.closeFile()
  #expect(try readFile("/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)") == bytes)
}

@Test func whatCannotBeReadIsNoInput() throws {
  let scratch = try Scratch()
  let missing = scratch.file("missing")
  #expect(throws: FileError(.noInput, path: missing, "No such file or directory")) {
    try readFile(missing)
  }
  #expect(throws: FileError(.noInput, path: scratch.path, "is a directory, not a file")) {
    try readFile(scratch.path)
  }
}

@Test func sizeIsLimited() throws {
  let error = FileError(.data, path: "/dev/zero", "is larger than 100000 bytes")
  #expect(throws: error) { try readFile("/dev/zero", limit: 100_000) }
  let scratch = try Scratch()
  let path = try scratch.write("file", "0123456789")
  #expect(try readFile(path, limit: 10).count == 10)
  #expect(throws: FileError(.data, path: path, "is larger than 9 bytes")) {
    try readFile(path, limit: 9)
  }
}

#if os(Linux)
  @Test func failureToReadIsInputOutput() {
    // Reading this memory fails at address 0, which no process has mapped.
    let path = "/proc/self/mem"
    #expect(throws: FileError(.inputOutput, path: path, "Input/output error")) {
      try readFile(path)
    }
  }
#endif
