import Foundation
import Testing

@testable import Formats

@Test func fileIsCreatedAndReplaced() throws {
  try withTemporaryDirectory { directory in
    let path = directory + "/file"
    for bytes in [[UInt8](repeating: 1, count: 300_000), [2], []] {
      try writeAtomically(bytes, to: path)
      #expect(try readFile(path) == bytes)
    }
    #expect(try contents(of: directory) == ["file"])
  }
}

@Test func readerOfTheOldFileKeepsIt() throws {
  try withTemporaryDirectory { directory in
    let path = directory + "/file"
    try writeAtomically([1, 2, 3], to: path)
    let old = try #require(FileHandle(forReadingAtPath: path))
    try writeAtomically([4], to: path)
    #expect(try old.readToEnd() == Data([1, 2, 3]))
  }
}

@Test func permissionsAreThoseOfTheOldFileOrTheUmask() throws {
  try withTemporaryDirectory { directory in
    let path = directory + "/file"
    try writeAtomically([1], to: path)
    let mask = umask(0o022)
    umask(mask)
    #expect(status(of: path)?.st_mode == S_IFREG | (0o666 & ~mask))
    chmod(path, 0o606)
    try writeAtomically([2], to: path)
    #expect(status(of: path)?.st_mode == S_IFREG | 0o606)
  }
}

@Test func symbolicLinksAreFollowed() throws {
  try withTemporaryDirectory { directory in
    try createDirectories(directory + "/elsewhere")
    // Two links, one relative and one absolute, to a file that is not there yet.
    symlink("elsewhere/second", directory + "/first")
    symlink(directory + "/file", directory + "/elsewhere/second")
    for bytes: [UInt8] in [[1], [2]] {
      try writeAtomically(bytes, to: directory + "/first")
      #expect(try readFile(directory + "/file") == bytes)
    }
    #expect(try contents(of: directory) == ["elsewhere", "file", "first"])
    #expect(try contents(of: directory + "/elsewhere") == ["second"])
    let link = try FileManager.default.destinationOfSymbolicLink(atPath: directory + "/first")
    #expect(link == "elsewhere/second")
  }
}

@Test func whatCannotBeCreatedIsSaid() throws {
  try withTemporaryDirectory { directory in
    let missing = directory + "/missing/file"
    #expect(throws: FileError(.cannotCreate, path: missing, "No such file or directory")) {
      try writeAtomically([1], to: missing)
    }
    #expect(throws: FileError(.cannotCreate, path: directory, "is a directory, not a file")) {
      try writeAtomically([1], to: directory)
    }
    let loop = directory + "/loop"
    symlink("loop", loop)
    #expect(throws: FileError(.cannotCreate, path: loop, String(cString: strerror(ELOOP)))) {
      try writeAtomically([1], to: loop)
    }
    let names = try contents(of: directory)
    #expect(names == ["loop"])
  }
}

/// What only the `rename` at the end of a long computation would notice.
@Test(arguments: [
  ("", "\"\" is not the name of a file"), ("new/", "is not the name of a file"),
  (String(repeating: "a", count: 256), "File name too long"),
])
func whatIsNoNameOfAFileIsSaidBefore(name: String, message: String) throws {
  try withTemporaryDirectory { directory in
    let path = name.isEmpty ? "" : "\(directory)/\(name)"
    let error = #expect(throws: FileError.self) { try expectReplaceable(path) }
    #expect(error?.kind == .cannotCreate && error?.message.hasSuffix(message) == true)
  }
}

/// Not tried on `/dev/null`: a wrong `writeAtomically`, run by root, would replace it for everyone.
@Test func pipeIsWrittenToAndStaysAPipe() throws {
  try withTemporaryDirectory { directory in
    let path = directory + "/pipe"
    mkfifo(path, 0o600)
    let reader = FileHandle(
      fileDescriptor: open(path, O_RDONLY | O_NONBLOCK), closeOnDealloc: true)
    try writeAtomically([1, 2, 3], to: path)
    #expect(status(of: path)?.isRegularFile == false)
    #expect(try reader.readToEnd() == Data([1, 2, 3]))
  }
}

#if canImport(Glibc)
  /// In a process of its own, because the limit holds for all its files.
  @Test func failureLeavesTheOldFileAndNothingElse() async {
    await #expect(processExitsWith: .success) {
      try withTemporaryDirectory { directory in
        let path = directory + "/file"
        try writeAtomically([1, 2, 3], to: path)
        signal(SIGXFSZ, SIG_IGN)
        var limit = rlimit(rlim_cur: 1 << 20, rlim_max: 1 << 20)
        setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
        #expect(throws: FileError(.inputOutput, path: path, "File too large")) {
          try writeAtomically([UInt8](repeating: 0, count: 2 << 20), to: path)
        }
        #expect(try readFile(path) == [1, 2, 3])
        #expect(try contents(of: directory) == ["file"])
      }
    }
  }
#endif
