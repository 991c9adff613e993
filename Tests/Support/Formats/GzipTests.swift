import CLibrary
import TestSupport
import Testing

@testable import Formats

private let text = Array((0..<40).map { "\($0) squared is \($0 * $0)\n" }.joined().utf8)

/// What Python compressed in several ways; see `Scripts/make_idx_fixtures.py`.
@Test(arguments: [
  ("text", text), ("text-members", text), ("text-flushed", text), ("text-header", text),
  ("nothing", []),
])
func filesOfPythonAreDecompressed(name: String, contents: [UInt8]) throws {
  #expect(try readFile(fixture(name + ".gz")) == contents)
}

/// A file of the given contents, compressed.
private func compressed(_ contents: [UInt8], in scratch: Scratch) throws -> String {
  let gzip = ChildProcess.run(["gzip", "-c"], input: contents, outputLimit: 1 << 20)
  #expect(gzip.ending == .exited(0))
  return try scratch.write("compressed", gzip.output)
}

/// The bytes, not the name, tell that a file is compressed.
@Test func everyReaderDecompresses() throws {
  let scratch = try Scratch()
  func expectSame<Contents: Equatable>(
    _ contents: [UInt8], _ read: (String) throws -> Contents
  ) throws {
    let plain = try read(try scratch.write("plain.gz", contents))
    #expect(try read(try compressed(contents, in: scratch)) == plain)
  }
  try expectSame(Array("3,0,1\n7,1,0\n".utf8)) { try LetterCSV.read($0, as: .labelled) }
  try expectSame(Array("x,y\n1,2\n".utf8), PointCSV.read)
  try expectSame(Array("Lima\tPlace\n".utf8), TitleTSV.read)
  try expectSame(readFile(fixture("images.idx"))) { try IDX.read($0, .images) }
  try expectSame(readFile(fixture("labels.idx"))) { try IDX.read($0, .labels) }
  try expectSame(readFile(fixture("f8.npy")), NPYArray.read)
  try expectSame(readFile(fixture("two.safetensors")), SafetensorsFile.read)
}

/// In a process of its own, which gets another standard input.
@Test func standardInputIsDecompressed() async {
  await #expect(processExitsWith: .success) {
    // In one step: between a `close` and an `open` another thread could take the descriptor.
    let file = open(fixture("images.idx.gz"), O_RDONLY)
    #expect(dup2(file, STDIN_FILENO) == STDIN_FILENO)
    let images = try IDX.read("-", .images)
    #expect(images.shape[0] == 3)
  }
}

@Test func errorsNameTheLineOfTheContents() throws {
  let scratch = try Scratch()
  let path = try compressed(Array("3,0,1\n7,2,0\n".utf8), in: scratch)
  let error = FileError(.data, path: path, line: 2, column: 2, #"pixel "2" is outside [0, 1]"#)
  #expect(throws: error) { try LetterCSV.read(path, as: .labelled) }
}

@Test(arguments: [
  [], [0], [UInt8](repeating: 0, count: 512), Array("text".utf8), [0x1F, 0x8C],
])
func whatGzipForgivesIsForgiven(behind: [UInt8]) throws {
  let scratch = try Scratch()
  let member = try storedBytes("text.gz")
  #expect(try readFile(scratch.write("a", member + behind)) == text)
  #expect(try readFile(scratch.write("a", member + member + behind)) == text + text)
}

@Test func optionsInTheEnvironmentDoNotMatter() async {
  await #expect(processExitsWith: .success) {
    setenv("GZIP", "--test", 1)
    let contents = try readFile(fixture("text.gz"))
    #expect(contents.count == 704)
  }
}

@Test func sizeIsLimitedBeforeItIsMade() throws {
  #expect(try readFile(fixture("text.gz"), limit: text.count) == text)
  let scratch = try Scratch()
  // In some 50 kB.
  let bomb = try compressed([UInt8](repeating: 0, count: 50_000_000), in: scratch)
  for (path, limit) in [(fixture("text.gz"), text.count - 1), (bomb, 1_000_000)] {
    let error = FileError(
      .data, path: path, "is larger than \(limit) bytes when decompressed")
    #expect(throws: error) { try readFile(path, limit: limit) }
  }
  let error = FileError(.data, path: bomb, "is larger than 1000 bytes")
  #expect(throws: error) { try readFile(bomb, limit: 1000) }
}

/// The file with all parts of a header, after a change of one byte.
private func header(_ position: Int, _ byte: UInt8) throws -> [UInt8] {
  var file = try storedBytes("text-header.gz")
  file[position] = byte
  return file
}

/// What is malformed, by the words of GNU's `gzip`.
@Test func malformedFilesAreRefused() throws {
  let file = try storedBytes("text.gz")
  let scratch = try Scratch()
  for (bytes, reason) in [
    ([0x1F, 0x8B], "unexpected end of file"),
    (Array(file.prefix(5)), "unexpected end of file"),
    (file.dropLast(), "unexpected end of file"),
    (file + file.dropLast(9), "unexpected end of file"),
    (file.prefix(202) + [0] + file.suffix(7), "invalid compressed data--crc error"),
    (file.dropLast(4) + [0, 0, 0, 0], "invalid compressed data--length error"),
    (file.prefix(10) + [255] + file.dropFirst(11), "invalid compressed data--format violated"),
    (try header(2, 7), "unknown method 7 -- not supported"),
    (try header(3, 32), "stdin is encrypted -- not supported"),
  ] as [([UInt8], String)] {
    let path = try scratch.write("a.gz", bytes)
    let error = FileError(.data, path: path, "gzip cannot decompress it: \(reason)")
    #expect(throws: error) { try readFile(path) }
  }
}

/// In a process of its own, which finds no programs.
@Test func withoutGzipOneLineSaysSo() async {
  await #expect(processExitsWith: .success) {
    setenv("PATH", "/nowhere", 1)
    let path = fixture("images.idx.gz")
    let error = FileError(
      .noInput, path: path,
      "is compressed; gzip, which is needed to read it, cannot be run: No such file or directory")
    #expect(throws: error) { try IDX.read(path, .images) }
    let images = try IDX.read(fixture("images.idx"), .images)
    #expect(images.shape[0] == 3)
  }
}

/// Files that are cut anywhere, and files with any byte changed: what is still accepted has the same
/// contents, and everything else is refused in one line.
@Test func mutatedFilesAreRefusedOrTheSame() throws {
  let scratch = try Scratch()
  let file = try storedBytes("images.idx.gz")
  let contents = try readFile(fixture("images.idx"))
  let cut = file.indices.dropFirst(2).map { Array(file[..<$0]) }
  let changed = file.indices.dropFirst(2).flatMap { position in
    ([0x01, 0x10, 0xFF] as [UInt8]).map { change in
      var file = file
      file[position] ^= change
      return file
    }
  }
  var accepted = 0
  for bytes in cut + changed {
    let path = try scratch.write("a.gz", bytes)
    do throws(FileError) {
      let read = try readFile(path)
      #expect(read == contents)
      accepted += 1
    } catch {
      #expect(error.kind == .data && error.message.hasPrefix("gzip cannot decompress it: "))
      #expect(error.description.utf8.allSatisfy { $0 >= 32 && $0 < 127 })
    }
  }
  // The time, the kind of compression and the system may be anything.
  #expect(accepted >= 6 * 3 && accepted < 2 * changed.count / 3)
}
