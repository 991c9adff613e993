import Testing

@testable import Formats

/// Files of one member: of several, a cut one may be whole.
private let names = [
  "text-level0", "text-level9", "text-fixed", "text-huffman", "text-flushed", "text-header",
  "nothing", "runs",
]

@Test(arguments: names + ["text-members", "far", "varied"])
func cutFilesAreRefused(name: String) throws {
  let file = try readFile(fixture(name + ".gz"))
  let contents = try gunzip(file, path: name)
  for count in file.indices {
    guard let output = try? gunzip(Array(file[..<count]), path: name) else { continue }
    // Between two members, what is left is a file.
    let isWhole = !names.contains(name) && isGzip(file[count...]) && contents.starts(with: output)
    if !isWhole { Issue.record("cut to \(count) bytes") }
  }
}

/// Single bits, some of them, and all.
private let changes: [UInt8] = (0..<8).map { 1 << $0 } + [0x0F, 0xF0, 0x55, 0xAA, 0xFF]

/// Every byte changed in several ways: what is still accepted has the same contents.
@Test(arguments: names)
func changedFilesAreRefusedOrTheSame(name: String) throws {
  var file = try readFile(fixture(name + ".gz"))
  let contents = try gunzip(file, path: name)
  var accepted = 0
  for position in file.indices {
    for change in changes {
      file[position] ^= change
      if let output = try? gunzip(file, path: name) {
        accepted += 1
        if output != contents { Issue.record("byte \(position) ^ \(change)") }
      }
      file[position] ^= change
    }
  }
  // Time, kind of compression and system may be anything, unless a checksum covers them. The last
  // byte of a stream may have bits that mean nothing.
  let isCovered = name == "text-header"
  #expect(isCovered ? accepted < changes.count : accepted >= 6 * changes.count)
}
