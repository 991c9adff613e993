import Testing

@testable import Formats

/// The arrays that `Scripts/make_format_fixtures.py` wrote.
@Test(
  arguments: [
    ("f8", [2, 3], [0, 0.125, 0.25, 0.375, 0.5, 0.625]),
    ("f8-big-endian", [2, 3], [0, 0.125, 0.25, 0.375, 0.5, 0.625]),
    ("f8-fortran", [2, 3], [0, 0.125, 0.25, 0.375, 0.5, 0.625]),
    ("f8-fortran-cube", [2, 3, 4], (0..<24).map { Double($0) / 8 }),
    ("version2", [2, 3], [0, 0.125, 0.25, 0.375, 0.5, 0.625]),
    ("version3", [2, 3], [0, 0.125, 0.25, 0.375, 0.5, 0.625]),
    ("f8-scalar", [], [0.25]),
    ("f8-vector", [3], [0, 0.25, 0.5]),
    ("f8-empty", [0, 3], []),
    ("f4", [3], [Double(Float(0.1)), -1.5, Double(Float(3e38))]),
    ("f4-big-endian", [3], [Double(Float(0.1)), -1.5, Double(Float(3e38))]),
    ("b1", [3], [1, 0, 1]),
    ("i1", [5], [-127, -2, 0, 1, 127]),
    ("i2", [5], [-32767, -2, 0, 1, 32767]),
    ("i2-big-endian", [5], [-32767, -2, 0, 1, 32767]),
    ("i4", [5], [-2_147_483_647, -2, 0, 1, 2_147_483_647]),
    ("i4-big-endian", [5], [-2_147_483_647, -2, 0, 1, 2_147_483_647]),
    ("i8", [5], [-9_007_199_254_740_992, -2, 0, 1, 9_007_199_254_740_992]),
    ("i8-big-endian", [5], [-9_007_199_254_740_992, -2, 0, 1, 9_007_199_254_740_992]),
    ("u1", [4], [0, 1, 2, 255]),
    ("u2", [4], [0, 1, 2, 65535]),
    ("u2-big-endian", [4], [0, 1, 2, 65535]),
    ("u4", [4], [0, 1, 2, 4_294_967_295]),
    ("u4-big-endian", [4], [0, 1, 2, 4_294_967_295]),
    ("u8", [4], [0, 1, 2, 9_007_199_254_740_992]),
    ("u8-big-endian", [4], [0, 1, 2, 9_007_199_254_740_992]),
  ] as [(String, [Int], [Double])])
func arraysOfNumPyAreRead(name: String, shape: [Int], values: [Double]) throws {
  let array = try NPYArray.read(fixture(name + ".npy"))
  #expect(array.shape == shape)
  #expect(array.values == values)
}

@Test func everyBitOfADoubleIsKept() throws {
  let values = try NPYArray.read(fixture("f8-reals.npy")).values
  let expected: [Double] = [
    0.1, -0.0, .leastNonzeroMagnitude, .greatestFiniteMagnitude, .infinity, -.infinity, .nan,
  ]
  #expect(values.map(\.bitPattern) == expected.map(\.bitPattern))
}

/// What NumPy says of many a header is in `npy-headers.json`, by the same script.
@Test func headersAreReadAsNumPyReadsThem() throws {
  let cases = try #require(JSON.read(fixture("npy-headers.json")).array)
  #expect(cases.count > 500)
  for each in cases {
    let header = try #require(each["header"]?.string)
    let version = try UInt8(#require(each["version"]?.number))
    let data = try [UInt8](repeating: 0, count: Int(#require(each["bytes"]?.number)))
    let shape = each["shape"]?.array?.map { Int($0.number ?? -1) }
    let read = try? array(file(header, data: data, version: version)).shape
    #expect(read == shape, "version \(version): \(quoted(header)), NumPy: \(each.text.suffix(60))")
  }
}

/// A file with this header and these data.
private func file(
  _ header: String, data: [UInt8] = [UInt8](repeating: 0, count: 48), version: UInt8 = 1
) -> [UInt8] {
  let count = header.utf8.count
  let length = [UInt8(count & 0xFF), UInt8(count >> 8)] + (version == 1 ? [] : [0, 0])
  return [0x93] + Array("NUMPY".utf8) + [version, 0] + length + Array(header.utf8) + data
}

private func array(_ bytes: [UInt8]) throws(FileError) -> NPYArray {
  try NPYArray(bytes: bytes, path: "a.npy")
}

/// What Python's `ast.literal_eval` makes the same dictionary of.
@Test(arguments: [
  "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3)}",
  "{'descr':'<f8','fortran_order':False,'shape':(2,3,),}\n",
  " { \"shape\" : ( 2 , 3 , ) , \"descr\" : \"<f8\" , \"fortran_order\" : False , } \n",
])
func headersMayBeSpelledInOtherWays(header: String) throws {
  for version: UInt8 in 1...3 {
    #expect(try array(file(header, version: version)).shape == [2, 3])
  }
}

private func header(
  _ descriptor: String = "'<f8'", order: String = "False", shape: String = "(2, 3)"
) -> String {
  "{'descr': \(descriptor), 'fortran_order': \(order), 'shape': \(shape), }"
}

private let malformed: [Malformed] = [
  whole("empty", [], #"not an .npy file: it does not start with "\x93NUMPY""#),
  whole(
    "text", Array("one\n".utf8),
    #"looks like text, beginning with "one", where a NumPy array (.npy) is expected"#),
  whole("only the magic", Array(file("").prefix(6)), "the file ends in its first 8 bytes"),
  whole(
    "version 4.0", file(header(), version: 4),
    "format version 4.0, where 1.0, 2.0 or 3.0 is expected"),
  whole(
    "version 1.1", [0x93] + Array("NUMPY".utf8) + [1, 1],
    "format version 1.1, where 1.0, 2.0 or 3.0 is expected"),
  whole("no length", Array(file("").prefix(9)), "the header goes beyond the end of the file"),
  whole(
    "half a length", Array(file("", version: 2).prefix(11)),
    "the header goes beyond the end of the file"),
  whole(
    "header cut", Array(file(header()).prefix(50)), "the header goes beyond the end of the file"),
  whole(
    "header of 4 GiB", [0x93] + Array("NUMPY".utf8) + [2, 0, 255, 255, 255, 255],
    "the header goes beyond the end of the file"),
  whole("empty header", file(""), #"header, byte 0: the end, where "{" is expected"#),
  whole("a list", file("[1]"), #"header, byte 0: "[", where "{" is expected"#),
  whole(
    "empty dictionary", file("{}"),
    "header, byte 2: one of descr, fortran_order and shape is missing"),
  whole(
    "missing shape", file("{'descr': '<f8', 'fortran_order': False}"),
    "header, byte 40: one of descr, fortran_order and shape is missing"),
  whole(
    "unknown key", file("{'color': 1}"),
    #"header, byte 1: the key "color" is unknown or occurs twice"#),
  whole(
    "key twice", file("{'descr': '<f8', 'descr': '<f8'}"),
    #"header, byte 17: the key "descr" is unknown or occurs twice"#),
  whole(
    "key without quotes", file("{descr: '<f8'}"), #"header, byte 1: "d", where a key is expected"#),
  whole("no colon", file("{'descr' '<f8'}"), #"header, byte 9: "'", where ":" is expected"#),
  whole("key not closed", file("{'descr"), #"header, byte 7: the end, where "'" is expected"#),
  whole(
    "escape in a key", file(#"{'de\x73cr': '<f8'}"#),
    #"header, byte 4: "\\", where "'" is expected"#),
  whole(
    "dictionary not closed", file(String(header().dropLast(3))),
    #"header, byte 56: the end, where "," or "}" is expected"#),
  whole("text behind", file(header() + "x"), #"header, byte 59: "x", where the end is expected"#),
  whole(
    "order 0", file(header(order: "0")), #"header, byte 34: "0", where True or False is expected"#),
  whole(
    "structured type", file(header("[('a', '<f8')]")),
    #"header, byte 10: "[", where a type such as '<f8' is expected"#),
  whole(
    "shape without comma", file(header(shape: "(6)")),
    "header, byte 50: a shape without its comma, as in (3,)"),
  whole(
    "negative length", file(header(shape: "(-2, -3)")),
    #"header, byte 51: "-", where the length of an axis is expected"#),
  whole(
    "length 6.0", file(header(shape: "(6.0,)")),
    #"header, byte 52: ".", where "," or ")" is expected"#),
  whole(
    "only a comma", file(header(shape: "(,)")),
    #"header, byte 51: ",", where the length of an axis is expected"#),
  whole(
    "length beyond Int", file(header(shape: "(9223372036854775808,)")),
    #"header, byte 51: the length "9223372036854775808" is too large"#),
  whole(
    "product beyond Int", file(header(shape: "(4294967296, 4294967296)")),
    "the shape [4294967296, 4294967296] is too large"),
  whole(
    "product beyond Int and 0", file(header(shape: "(4294967296, 4294967296, 0)")),
    "the shape [4294967296, 4294967296, 0] is too large"),
  whole(
    "65 axes", file(header(shape: "(" + String(repeating: "1,", count: 65) + ")")),
    "65 axes, where 64 is the most"),
  whole(
    "data cut", Array(file(header()).dropLast()),
    "47 bytes of data, where the shape [2, 3] needs 48"),
  whole(
    "data behind", file(header()) + [0], "49 bytes of data, where the shape [2, 3] needs 48"),
  whole(
    "an exabyte", file(header(shape: "(1152921504606846975,)")),
    "48 bytes of data, where the shape [1152921504606846975] needs 9223372036854775800"),
  whole(
    "object type", file(header("'|O'")),
    #"the type "|O", where f4, f8, i1 to i8, u1 to u8 or b1 is expected"#),
  whole(
    "complex type", file(header("'<c16'")),
    #"the type "<c16", where f4, f8, i1 to i8, u1 to u8 or b1 is expected"#),
  whole(
    "half precision", file(header("'<f2'")),
    #"the type "<f2", where f4, f8, i1 to i8, u1 to u8 or b1 is expected"#),
  whole(
    "another mark of order", file(header("'@f8'")),
    #"the type "@f8", where f4, f8, i1 to i8, u1 to u8 or b1 is expected"#),
  whole(
    "no type", file(header("'<'")),
    #"the type "<", where f4, f8, i1 to i8, u1 to u8 or b1 is expected"#),
  whole(
    "2^53 + 1", file(header("'<u8'", shape: "()"), data: [1, 0, 0, 0, 0, 0, 32, 0]),
    "value 0 is neither within ±2^53 nor a Boolean"),
  whole(
    "-2^63", file(header("'>i8'", shape: "(1,)"), data: [128, 0, 0, 0, 0, 0, 0, 0]),
    "value 0 is neither within ±2^53 nor a Boolean"),
  whole(
    "Boolean 2", file(header("'|b1'", shape: "(2,)"), data: [1, 2]),
    "value 1 is neither within ±2^53 nor a Boolean"),
]

/// An error about a file that has no lines.
private func whole(_ name: String, _ bytes: [UInt8], _ message: String) -> Malformed {
  Malformed(name, bytes, nil, nil, message)
}

@Test(arguments: malformed)
func malformedArraysAreRefused(file: Malformed) {
  #expect(throws: file.error(path: "a.npy")) { try array(file.bytes) }
}
