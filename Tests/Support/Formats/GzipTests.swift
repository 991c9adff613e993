import Testing

@testable import Formats

private let text = (0..<40).map { "\($0) squared is \($0 * $0)\n" }.joined().utf8
private let noise = (0..<500).map { UInt8(truncatingIfNeeded: ($0 * $0 * 7919 + $0 * 104729) >> 5) }
private let fibonacci = [1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987]

/// What the files that `Scripts/make_idx_fixtures.py` wrote hold, by the same formulas.
private let contents: [(name: String, contents: [UInt8])] =
  [
    "level0", "level1", "level6", "level9", "fixed", "huffman", "rle", "flushed", "members",
    "header",
  ]
  .map { ("text-" + $0, Array(text)) } + [
    ("nothing", []),
    ("runs", (1...40).flatMap { d in (0..<100).map { UInt8(d + $0 % d) } }),
    ("far", noise + [UInt8](repeating: 0, count: 31_900) + noise),
    (
      "long-codes",
      fibonacci.enumerated().flatMap { [UInt8](repeating: UInt8(65 + $0), count: $1) }
    ),
  ]

@Test(arguments: contents)
func filesOfPythonAreDecompressed(name: String, contents: [UInt8]) throws {
  let file = try readFile(fixture(name + ".gz"))
  #expect(try gunzip(file, path: name) == contents)
}

/// Fifty members, of which the checksums in the file are right; and this one of them all.
@Test func membersOfAllKindsAreDecompressed() throws {
  let contents = try gunzip(readFile(fixture("varied.gz")), path: "varied.gz")
  #expect(contents.count == 6623)
  #expect(crc32(contents.span) == 0x1404_a6b4)
}

@Test func membersAreJoined() throws {
  for first in contents {
    for second in contents {
      let file = try readFile(fixture(first.name + ".gz")) + readFile(fixture(second.name + ".gz"))
      let joined = try gunzip(file, path: "-")
      #expect(joined == first.contents + second.contents, "\(first.name), \(second.name)")
    }
  }
}

/// What `gunzip` must say of the file `a.gz`.
private func expectError(
  _ bytes: [UInt8], limit: Int = maximumFileSize, _ message: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let error = FileError(.data, path: "a.gz", "gzip, byte " + message)
  #expect(throws: error, sourceLocation: sourceLocation) {
    try gunzip(bytes, path: "a.gz", limit: limit)
  }
}

/// No member begins in the output of the one before.
@Test func distancesStayInTheirMember() throws {
  let first = try readFile(fixture("text-level9.gz"))
  // A length of 3 and a distance of 1, then the end.
  let second: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 0x03, 0x02, 0, 0, 0, 0, 0, 0, 0, 0]
  expectError(second, "12: a distance of 1, where 0 is the most")
  expectError(first + second, "\(first.count + 12): a distance of 1, where 0 is the most")
}

@Test func sizeIsLimitedBeforeItIsMade() throws {
  for (name, contents) in contents where !contents.isEmpty {
    let file = try readFile(fixture(name + ".gz"))
    #expect(try gunzip(file, path: "a.gz", limit: contents.count) == contents)
    let limit = contents.count - 1
    #expect {
      try gunzip(file, path: "a.gz", limit: limit)
    } throws: {
      ($0 as? FileError)?.message.hasSuffix("more than \(limit) bytes of contents") == true
    }
  }
  // The largest limit there is, and a file that claims to hold 4 GiB.
  var file = try readFile(fixture("far.gz"))
  #expect(try gunzip(file, path: "a.gz", limit: .max).count == 32_900)
  file[(file.count - 4)...] = [255, 255, 255, 255]
  expectError(
    file, limit: .max,
    "\(file.count - 4): the size modulo 2^32 is 00008084, where ffffffff is expected")
}

/// The file with all parts of a header, after a change of one byte.
private func header(_ position: Int, _ byte: UInt8) throws -> [UInt8] {
  var file = try readFile(fixture("text-header.gz"))
  file[position] = byte
  return file
}

@Test func malformedHeadersAreRefused() throws {
  expectError([], "0: not a gzip file: it does not start with 1f 8b")
  expectError([0x1F], "0: not a gzip file: it does not start with 1f 8b")
  expectError([0x8B, 0x1F], "0: not a gzip file: it does not start with 1f 8b")
  expectError([0x1F, 0x8B], "2: the end, where more is expected")
  expectError([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0], "9: the end, where more is expected")
  expectError(try header(1, 0x8C), "0: not a gzip file: it does not start with 1f 8b")
  expectError(try header(2, 7), "2: the compression method 7, where 8 is expected")
  for flag: UInt8 in [32, 64, 128] {
    expectError(try header(3, 31 | flag), "3: flags that are reserved")
  }
  // Ten bytes, nine of the extra field, nine of the name, ten of the comment and the checksum, for
  // which Python says 1e8f, and 4fb9 if the fifth byte is 1.
  expectError(
    try header(39, 0x1F), "38: the header's checksum is 1e8f, where 1f8f is expected")
  expectError(try header(4, 1), "38: the header's checksum is 4fb9, where 1e8f is expected")
  expectError(try header(10, 255), "240: the end, where more is expected")
  for flag: UInt8 in [8, 16] {
    let start: [UInt8] = [0x1F, 0x8B, 8, flag, 0, 0, 0, 0, 0, 255]
    expectError(start + Array("name".utf8), "14: the end, where more is expected")
  }
}

@Test func wrongChecksumsAreRefused() throws {
  var file = try readFile(fixture("text-level9.gz"))
  file[202] ^= 0x10
  expectError(file, "202: the CRC-32 is 4a681585, where 4a681595 is expected")
  file[202] ^= 0x10
  file[206] ^= 1
  expectError(file, "206: the size modulo 2^32 is 000002c0, where 000002c1 is expected")
}

@Test(arguments: [
  [0], [0x1F], [0x1F, 0x8C], Array("text".utf8), [UInt8](repeating: 0, count: 512),
])
func otherBytesBehindAMemberAreRefused(garbage: [UInt8]) throws {
  let file = try readFile(fixture("text-level9.gz"))
  expectError(
    file + garbage,
    "\(file.count): other bytes than 1f 8b, where another member or the end is expected")
}
