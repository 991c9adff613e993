import CLibrary
import TestSupport
import Testing

@testable import Formats

/// Results that belong together.
struct ResultSetTests {
  private let scratch: Scratch
  /// Two files that are there, and one that is not.
  private let names = ["a", "b", "c"]
  private let paths: [String]

  init() throws {
    let scratch = try Scratch()
    try scratch.write("a", "old a")
    try scratch.write("b", "old b")
    (self.scratch, paths) = (scratch, names.map { scratch.file($0) })
  }

  /// What is in the folder: names and texts.
  private var files: [String] {
    get throws { try scratch.names.map { "\($0): \(try scratch.read($0))" } }
  }

  private func write(_ texts: String?..., to set: ResultSet) throws(FileError) {
    try set.write(texts.map { $0.map { Array($0.utf8) } })
  }

  @Test func allArePutInPlaceAsOftenAsWanted() throws {
    let set = try ResultSet(paths)
    try write("1", "2", "3", to: set)
    try write("4", "5", nil, to: set)
    try write("6", nil, "7", to: set)
    #expect(try scratch.read("a") == "6" && scratch.read("c") == "7")
    #expect(scratch.names == [".a.lock", ".b.lock", ".c.lock", "a", "c"])
  }

  @Test func nothingElseStaysBehind() throws {
    try write("1", nil, "3", to: try ResultSet(paths))
    #expect(try files == ["a: 1", "c: 3"])
    _ = try ResultSet(paths)
    #expect(try files == ["a: 1", "c: 3"])
  }

  /// Files that are put in place before one that cannot be, and one that is to go, come back.
  @Test func aFailureUndoesAll() throws {
    let paths = [self.paths[2], self.paths[0], self.paths[1], scratch.file("d")]
    do {
      let set = try ResultSet(paths)
      try createDirectories(scratch.file(".d.new/full"))
      let error = #expect(throws: FileError.self) { try write("1", "2", nil, "4", to: set) }
      #expect(error?.kind == .inputOutput && error?.path == paths[3])
    }
    #expect(scratch.names == [".d.new", "a", "b"])
    #expect(try scratch.read("a") == "old a" && scratch.read("b") == "old b")
  }

  /// A folder, or a file that is to be kept.
  @Test func whatCameMeanwhileStays() throws {
    let set = try ResultSet(paths)
    try createDirectories(paths[2])
    #expect(throws: FileError(.cannotCreate, path: paths[2], "is a directory, not a file")) {
      try write("1", "2", "3", to: set)
    }
    rmdir(paths[2])
    try write("1", "2", "3", to: set)
    chmod(paths[1], 0o444)
    #expect(throws: FileError.self) { try write("4", "5", "6", to: set) }
    #expect(try scratch.read("a") == "1")
  }

  @Test func anotherWriterIsTold() throws {
    do {
      let set = try ResultSet([paths[0], paths[2]])
      for path in [paths[0], paths[2]] {
        #expect(throws: FileError(.cannotCreate, path: path, "another process is writing it")) {
          try ResultSet([paths[1], path])
        }
      }
      try write("1", "3", to: set)
      #expect(throws: FileError.self) { try writeAtomically([], to: paths[0]) }
    }
    try write("4", to: try ResultSet([paths[0]]))
    #expect(try files == ["a: 4", "b: old b", "c: 3"])
  }

  /// A killed process left these, and the next one fails before it writes.
  @Test(arguments: [
    // Before the new ones were whole.
    ([".a.lock": "", ".b.lock": ""], ["a: old a", "b: old b"]),
    ([".a.part": "new a", ".b.part": "ne"], ["a: old a", "b: old b"]),
    ([".a.part": "new a", ".a.old": "old a"], ["a: old a", "b: old b"]),
    ([".a.new": "new a", ".c.part": "new c", ".b.old": "old b"], ["a: old a", "b: old b"]),
    // After it.
    (
      [".a.new": "new a", ".a.old": "old a", ".c.new": "new c"],
      ["a: new a", "b: old b", "c: new c"]
    ),
    ([".b.new": "new b", ".a.old": "older a"], ["a: old a", "b: new b"]),
    ([".b.old": "older b"], ["a: old a", "b: old b"]),
  ])
  func theNextEndsWhatWasBegun(left: [String: String], files: [String]) throws {
    for (name, text) in left { try scratch.write(name, text) }
    _ = try ResultSet(paths)
    #expect(try self.files == files)
  }

  /// What was to go, or has no second name where there are no hard links.
  @Test(arguments: [(".c.part", "a: old a"), (".a.new", "a: new")])
  func whatHasOnlyItsSecondNameComesBack(left: String, expected: String) throws {
    rename(paths[0], scratch.file(".a.old"))
    try scratch.write(left, "new")
    _ = try ResultSet(paths)
    #expect(try files == [expected, "b: old b"])
  }

  /// A user must not lose what lies there to something that is no file of ours.
  @Test func whatCannotBeRemovedIsNamed() throws {
    try createDirectories(scratch.file(".b.part/full"))
    let error = #expect(throws: FileError.self) { try ResultSet(paths) }
    #expect(error?.kind == .cannotCreate && error?.path == paths[1])
    #expect(error?.message.contains(".b.part") == true)
    #expect(scratch.names == [".b.part", "a", "b"])
  }

  @Test(arguments: [0o444, 0o000]) func aReadOnlyFileIsKept(mode: mode_t) throws {
    chmod(paths[1], mode)
    #expect(
      throws: FileError(
        .cannotCreate, path: paths[1], "is read-only; a result would replace it")
    ) { try ResultSet(paths) }
    chmod(paths[1], 0o644)
    #expect(try files == ["a: old a", "b: old b"])
  }

  /// Through a hard and a symbolic link.
  @Test func anInputIsKeptHoweverItIsLinked() throws {
    link(paths[0], scratch.file("hard"))
    symlink("a", scratch.file("symbolic"))
    for name in ["a", "hard", "symbolic"] {
      #expect(
        throws: FileError(
          .cannotCreate, path: scratch.file(name), "is read from; a result would replace it")
      ) { try ResultSet([paths[1], scratch.file(name)], from: [scratch.file("none"), paths[0]]) }
      #expect(throws: FileError.self) {
        try ResultSet([scratch.file(name)], from: [scratch.file("hard")])
      }
    }
    symlink("new", scratch.file("next"))
    for (one, other) in [("a", "symbolic"), ("hard", "a"), ("next", "new")] {
      let error = #expect(throws: FileError.self) {
        try ResultSet([scratch.file(one), scratch.file(other)])
      }
      #expect(error?.message.hasPrefix("is the file of another result, ") == true)
    }
    #expect(scratch.names == ["a", "b", "hard", "next", "symbolic"])
  }

  /// So long that none could be made of it by adding to it.
  @Test(arguments: [249, 250, 255]) func aNameMayBeLong(count: Int) throws {
    let path = scratch.file(String(repeating: "n", count: count))
    for text in ["1", "2"] { try write(text, "b", to: try ResultSet([path, paths[1]])) }
    #expect(try readFile(path) == Array("2".utf8) && scratch.names.count == 3)
  }

  /// Nobody waits for a reader that may never come; one that is there sees no end before the results.
  @Test func aPipeThatNobodyReadsIsRefused() throws {
    let pipe = scratch.file("pipe")
    mkfifo(pipe, 0o600)
    let error = #expect(throws: FileError.self) { try ResultSet([paths[0], pipe]) }
    #expect(error?.kind == .cannotCreate && error?.message == "is a pipe that nobody reads")
    let reader = open(pipe, O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    let set = try ResultSet([pipe])
    var bytes: [UInt8] = []
    #expect(readMore(from: reader, to: &bytes, limit: 9) == -1 && errno == EAGAIN)
    // More than a pipe holds: writing waits for the reader.
    let worker = Worker()
    worker.start { try? set.write([[UInt8](repeating: 1, count: 200_000)]) }
    while bytes.count < 200_000 {
      _ = readMore(from: reader, to: &bytes, limit: 200_000 - bytes.count)
    }
    worker.wait()
    #expect(bytes == [UInt8](repeating: 1, count: 200_000))
  }

  @Test func aDeviceOrAPipeIsWrittenTo() throws {
    let pipe = scratch.file("pipe")
    mkfifo(pipe, 0o600)
    let reader = open(pipe, O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    let set = try ResultSet([paths[0], pipe, scratch.file("c")])
    try write("1", "2", "3", to: set)
    try write("4", nil, "6", to: set)
    var bytes: [UInt8] = []
    #expect(readMore(from: reader, to: &bytes, limit: 9) == 1 && bytes == Array("2".utf8))
    #expect(try scratch.read("a") == "4" && scratch.read("c") == "6")
    #expect(scratch.names == [".a.lock", ".c.lock", "a", "b", "c", "pipe"])
  }

  /// What is then printed must not get into a file that took its place.
  @Test func aClosedStreamStaysClosed() async throws {
    await #expect(processExitsWith: .exitCode(7)) { [path = scratch.path as String] in
      close(STDOUT_FILENO)
      let set = try ResultSet(["\(path)/a", "\(path)/c"])
      withExtendedLifetime(set) { exit(fcntl(STDOUT_FILENO, F_GETFD) == -1 ? 7 : 1) }
    }
    #expect(scratch.names == ["a", "b"])
  }

  @Test func exitRemovesWhatLiesBeside() async throws {
    await #expect(processExitsWith: .exitCode(7)) { [path = scratch.path as String] in
      let set = try ResultSet(["\(path)/a", "\(path)/c"])
      withExtendedLifetime(set) { exit(access("\(path)/.c.lock", F_OK) == 0 ? 7 : 1) }
    }
    #expect(scratch.names == ["a", "b"])
  }

  /// As `/tmp` is: what is another's can be written to there, but not be replaced.
  @Test(
    .enabled(if: geteuid() == 0),
    arguments: [
      (0, 0, false), (0, 65534, true), (65534, 0, true), (1, 1, false),
    ])
  func somebodyElsesFileInAStickyFolderIsKept(
    folder: uid_t, file: uid_t, isReplaced: Bool
  ) async throws {
    chown(scratch.path, folder, 0)
    chmod(scratch.path, 0o1777)
    chown(paths[0], file, 0)
    chmod(paths[0], 0o666)
    await #expect(processExitsWith: .exitCode(isReplaced ? 3 : 4)) { [path = paths[0] as String] in
      guard setuid(65534) == 0 else { exit(1) }
      do throws(FileError) {
        try writeAtomically([1], to: path)
        exit(3)
      } catch {
        exit(error.kind == .cannotCreate && error.message.contains("sticky bit") ? 4 : 2)
      }
    }
    #expect(scratch.names == ["a", "b"])
    #expect(try scratch.read("a") == (isReplaced ? "\u{1}" : "old a"))
  }
}
