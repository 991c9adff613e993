import Foundation
import TestSupport
import Testing

@testable import Formats

@Test func fileIsCreatedAndReplaced() throws {
  let scratch = try Scratch()
  let path = scratch.file("file")
  for bytes in [[UInt8](repeating: 1, count: 300_000), [2], []] {
    try writeAtomically(bytes, to: path)
    #expect(try readFile(path) == bytes)
  }
  #expect(scratch.names == ["file"])
}

@Test func readerOfTheOldFileKeepsIt() throws {
  let scratch = try Scratch()
  let path = scratch.file("file")
  try writeAtomically([1, 2, 3], to: path)
  let old = try #require(FileHandle(forReadingAtPath: path))
  try writeAtomically([4], to: path)
  #expect(try old.readToEnd() == Data([1, 2, 3]))
}

@Test func permissionsAreThoseOfTheOldFileOrTheUmask() throws {
  let scratch = try Scratch()
  let path = scratch.file("file")
  try writeAtomically([1], to: path)
  let mask = umask(0o022)
  umask(mask)
  #expect(status(of: path)?.st_mode == S_IFREG | (0o666 & ~mask))
  chmod(path, 0o606)
  try writeAtomically([2], to: path)
  #expect(status(of: path)?.st_mode == S_IFREG | 0o606)
}

@Test func symbolicLinksAreFollowed() throws {
  let scratch = try Scratch()
  try createDirectories(scratch.file("elsewhere"))
  // Two links, one relative and one absolute, to a file that is not there yet.
  symlink("elsewhere/second", scratch.file("first"))
  symlink(scratch.file("file"), scratch.file("elsewhere/second"))
  for bytes: [UInt8] in [[1], [2]] {
    try writeAtomically(bytes, to: scratch.file("first"))
    #expect(try readFile(scratch.file("file")) == bytes)
  }
  #expect(scratch.names == ["elsewhere", "file", "first"])
  #expect(
    try FileManager.default.contentsOfDirectory(atPath: scratch.file("elsewhere")) == ["second"])
  let link = try FileManager.default.destinationOfSymbolicLink(atPath: scratch.file("first"))
  #expect(link == "elsewhere/second")
}

@Test func whatCannotBeCreatedIsSaid() throws {
  let scratch = try Scratch()
  let missing = scratch.file("missing/file")
  #expect(throws: FileError(.cannotCreate, path: missing, "No such file or directory")) {
    try writeAtomically([1], to: missing)
  }
  #expect(throws: FileError(.cannotCreate, path: scratch.path, "is a directory, not a file")) {
    try writeAtomically([1], to: scratch.path)
  }
  let loop = scratch.file("loop")
  symlink("loop", loop)
  #expect(throws: FileError(.cannotCreate, path: loop, String(cString: strerror(ELOOP)))) {
    try writeAtomically([1], to: loop)
  }
  let names = scratch.names
  #expect(names == ["loop"])
}

/// What only the `rename` at the end of a long computation would notice.
@Test(arguments: [
  ("", "\"\" is not the name of a file"), ("new/", "is not the name of a file"),
  (String(repeating: "a", count: 256), "File name too long"),
])
func whatIsNoNameOfAFileIsSaidBefore(name: String, message: String) throws {
  let scratch = try Scratch()
  let path = name.isEmpty ? "" : scratch.file(name)
  let error = #expect(throws: FileError.self) { try expectReplaceable(path) }
  #expect(error?.kind == .cannotCreate && error?.message.hasSuffix(message) == true)
}

/// Not tried on `/dev/null`: a wrong `writeAtomically`, run by root, would replace it for everyone.
@Test func pipeIsWrittenToAndStaysAPipe() throws {
  let scratch = try Scratch()
  let path = scratch.file("pipe")
  mkfifo(path, 0o600)
  let reader = FileHandle(
    fileDescriptor: open(path, O_RDONLY | O_NONBLOCK), closeOnDealloc: true)
  try writeAtomically([1, 2, 3], to: path)
  #expect(status(of: path)?.isRegularFile == false)
  #expect(try reader.readToEnd() == Data([1, 2, 3]))
}

#if canImport(Glibc)
  /// In a process of its own, because the limit holds for all its files.
  @Test func failureLeavesTheOldFileAndNothingElse() async {
    await #expect(processExitsWith: .success) {
      let scratch = try Scratch()
      let path = scratch.file("file")
      try writeAtomically([1, 2, 3], to: path)
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 1 << 20, rlim_max: 1 << 20)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      #expect(throws: FileError(.inputOutput, path: path, "File too large")) {
        try writeAtomically([UInt8](repeating: 0, count: 2 << 20), to: path)
      }
      #expect(try readFile(path) == [1, 2, 3])
      #expect(scratch.names == ["file"])
    }
  }
#endif
