import Testing

@testable import Formats

/// What NumPy's array in `Scripts/make_idx_fixtures.py` holds.
private let images = IDX(
  shape: [3, 5, 4], values: (0..<60).map { UInt8($0 * 4) })

@Test(arguments: ["images.idx", "images.idx.gz"])
func imagesAreRead(name: String) throws {
  #expect(try IDX.read(fixture(name), .images) == images)
}

@Test(arguments: ["labels.idx", "labels.idx.gz"])
func labelsAreRead(name: String) throws {
  #expect(try IDX.read(fixture(name), .labels) == IDX(shape: [3], values: [7, 0, 255]))
}

private func malformed(_ name: String, _ bytes: [UInt8], _ message: String) -> Malformed {
  Malformed(name, bytes, nil, nil, message)
}

/// A file with a header of these lengths and the given number of bytes of data.
private func file(_ lengths: [UInt32], data: Int) -> [UInt8] {
  let header = lengths.flatMap { length in
    stride(from: 24, through: 0, by: -8).map { UInt8(length >> UInt32($0) & 0xFF) }
  }
  return [0, 0, 8, UInt8(lengths.count)] + header + [UInt8](repeating: 7, count: data)
}

private let expected = ", where IDX images start with 00 00 08 03"
private let largest = UInt32.max

@Test(arguments: [
  malformed("empty", [], "the file starts with nothing" + expected),
  malformed("two bytes", [0, 0], "the file starts with 00 00" + expected),
  malformed("half a mark of gzip", [0x1F], "the file starts with 1f" + expected),
  malformed("labels", file([3], data: 3), "the file starts with 00 00 08 01" + expected),
  malformed("two axes", file([3, 3], data: 9), "the file starts with 00 00 08 02" + expected),
  malformed(
    "signed", [0, 0, 9, 3] + file([1, 1, 1], data: 1)[4...],
    "the file starts with 00 00 09 03" + expected),
  malformed(
    "little endian", [3, 8, 0, 0] + file([1, 1, 1], data: 1)[4...],
    "the file starts with 03 08 00 00" + expected),
  malformed("only the mark", [0, 0, 8, 3], "the file ends in its header of 16 bytes"),
  malformed(
    "header cut", Array(file([1, 1, 1], data: 0).dropLast()),
    "the file ends in its header of 16 bytes"),
  malformed(
    "data cut", file([3, 5, 4], data: 59), "59 bytes of data, where the shape [3, 5, 4] needs 60"),
  malformed(
    "data behind", file([3, 5, 4], data: 61),
    "61 bytes of data, where the shape [3, 5, 4] needs 60"),
  malformed(
    "no images", file([0, 5, 4], data: 0),
    "the shape [0, 5, 4], where every length is expected to be at least 1"),
  malformed(
    "no columns", file([largest, 5, 0], data: 0),
    "the shape [4294967295, 5, 0], where every length is expected to be at least 1"),
  malformed(
    "product beyond Int", file([largest, largest, 2], data: 8),
    "the shape [4294967295, 4294967295, 2] is too large"),
  malformed(
    "product that wraps around to 0", file([1 << 31, 1 << 31, 4], data: 0),
    "the shape [2147483648, 2147483648, 4] is too large"),
  malformed(
    "an exabyte", file([1 << 30, 1 << 30, 1], data: 8),
    "8 bytes of data, where the shape [1073741824, 1073741824, 1] needs 1152921504606846976"),
])
func malformedImagesAreRefused(file: Malformed) {
  #expect(throws: file.error(path: "a.idx")) { try IDX(bytes: file.bytes, .images, path: "a.idx") }
}

@Test(arguments: [
  malformed(
    "images", file([1, 1, 1], data: 1),
    "the file starts with 00 00 08 03, where IDX labels start with 00 00 08 01"),
  malformed("header cut", [0, 0, 8, 1, 0, 0, 0], "the file ends in its header of 8 bytes"),
  malformed(
    "no labels", file([0], data: 0),
    "the shape [0], where every length is expected to be at least 1"),
  malformed("data cut", file([2], data: 1), "1 bytes of data, where the shape [2] needs 2"),
])
func malformedLabelsAreRefused(file: Malformed) {
  #expect(throws: file.error(path: "a.idx")) { try IDX(bytes: file.bytes, .labels, path: "a.idx") }
}

@Test func missingFileIsNoInput() {
  let error = FileError(.noInput, path: "/missing/file", "No such file or directory")
  #expect(throws: error) { try IDX.read("/missing/file", .images) }
  #expect(throws: error) { try IDX.read("/missing/file", .labels) }
}

/// Every byte of the file changed to every other value.
@Test func changedImagesAreReadOrRefused() throws {
  var file = try readFile(fixture("images.idx"))
  for position in file.indices {
    let byte = file[position]
    for change: UInt8 in 1...255 {
      file[position] = byte ^ change
      guard let images = try? IDX(bytes: file, .images, path: "-") else { continue }
      let isWhole = images.values.count == images.shape.reduce(1, *)
      if !isWhole || images.values.count != 60 { Issue.record("byte \(position) ^ \(change)") }
    }
    file[position] = byte
  }
}
