import TestSupport
import Testing

@testable import Formats

private let grid = SafetensorsFile.Tensor(
  "alpha", shape: [2, 3], values: [0, 0.125, 0.25, 0.375, 0.5, 0.625])

/// The file `two.safetensors` of `Scripts/make_format_fixtures.py`.
private let two = SafetensorsFile(
  tensors: [grid, SafetensorsFile.Tensor("beta", shape: [3], values: [1, 0.1, -0.0])],
  metadata: [Named("note", "α \"quoted\" \\ \n\t\u{1}\u{7f} é 🙂")])

@Test func filesOfPythonAreReadAndWrittenByteForByte() throws {
  let bytes = try readFile(fixture("two.safetensors"))
  #expect(try SafetensorsFile(bytes: bytes, path: "") == two)
  #expect(two.bytes == bytes)
  let plain = try SafetensorsFile.read(fixture("plain.safetensors"))
  let scalar = SafetensorsFile.Tensor("scalar", shape: [], values: [0.25])
  #expect(plain == SafetensorsFile(tensors: [scalar]))
  #expect(try plain.bytes == readFile(fixture("plain.safetensors")))
}

@Test func whatIsWrittenIsReadBack() throws {
  let values: [Double] = [
    0.1, -0.0, .leastNonzeroMagnitude, .greatestFiniteMagnitude, .infinity, -.infinity,
  ]
  let file = SafetensorsFile(
    tensors: [
      SafetensorsFile.Tensor("z \"\\\n é", shape: [1, 6, 1], values: values),
      SafetensorsFile.Tensor("empty", shape: [0, 3], values: []),
      SafetensorsFile.Tensor("another empty", shape: [0], values: []),
      grid,
    ],
    metadata: [Named("z", ""), Named("", "\u{2028}\0")])
  let copy = try SafetensorsFile(bytes: file.bytes, path: "")
  #expect(copy == file)
  #expect(copy.tensors[0].values.map(\.bitPattern) == values.map(\.bitPattern))
  let nothing = SafetensorsFile(tensors: [])
  #expect(try SafetensorsFile(bytes: nothing.bytes, path: "") == nothing)
}

@Test func valuesStartAtAMultipleOfEight() {
  for count in 0..<16 {
    let name = String(repeating: "n", count: count)
    let file = SafetensorsFile(tensors: [SafetensorsFile.Tensor(name, shape: [1], values: [2])])
    #expect(file.bytes.count % 8 == 0)
    #expect(file.bytes.suffix(8) == [0, 0, 0, 0, 0, 0, 0, 0x40])
  }
}

@Test func tensorsAreInTheOrderOfTheirValues() throws {
  let header =
    #"{"b":{"dtype":"F64","shape":[1],"data_offsets":[8,16]},"#
    + #""a":{"shape":[1],"data_offsets":[0,8],"dtype":"F64"}}"#
  let data: [UInt8] = [0, 0, 0, 0, 0, 0, 0xF0, 0x3F, 0, 0, 0, 0, 0, 0, 0, 0x40]
  let tensors = try SafetensorsFile(bytes: file(header, data: data), path: "").tensors
  #expect(tensors.map(\.name) == ["a", "b"])
  #expect(tensors.map(\.values) == [[1], [2]])
}

/// A file with this header and this data.
private func file(_ header: String, data: [UInt8] = [UInt8](repeating: 0, count: 16)) -> [UInt8] {
  let length = header.utf8.count
  return [UInt8(length & 0xFF), UInt8(length >> 8), 0, 0, 0, 0, 0, 0] + Array(header.utf8) + data
}

/// A file with one tensor "a", of two values unless said otherwise.
private func one(
  dtype: String = #""F64""#, shape: String = "[2]", offsets: String = "[0,16]"
) -> [UInt8] {
  file(#"{"a":{"dtype":\#(dtype),"shape":\#(shape),"data_offsets":\#(offsets)}}"#)
}

private func whole(_ name: String, _ bytes: [UInt8], _ message: String) -> Malformed {
  Malformed(name, bytes, nil, nil, message)
}

private let a8 = #""a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}"#

private let malformed: [Malformed] = [
  whole("empty", [], "0 bytes, where the length of the header takes 8"),
  whole("seven bytes", [1, 0, 0, 0, 0, 0, 0], "7 bytes, where the length of the header takes 8"),
  whole(
    "header cut", Array(one().prefix(30)),
    "the header of 55 bytes goes beyond the end of the file"),
  whole(
    "huge header", [UInt8](repeating: 255, count: 8) + [123],
    #"not a safetensors file: it begins with "\xff\xff\xff\xff\xff\xff\xff\xff{", "#
      + "where the length of a header of at most 100000000 bytes is expected"),
  whole(
    "header of 100000001 bytes", [1, 0xE1, 0xF5, 5, 0, 0, 0, 0],
    #"not a safetensors file: it begins with "\u{1}\xe1\xf5\u{5}\u{0}\u{0}\u{0}\u{0}", "#
      + "where the length of a header of at most 100000000 bytes is expected"),
  whole("no header", file("", data: []), #"the header starts without "{""#),
  whole("header after a space", file(" {}", data: []), #"the header starts without "{""#),
  whole("a list", file("[]", data: []), #"the header starts without "{""#),
  whole(
    "half an object", file("{", data: []),
    "header, byte 1: the end, where a string is expected"),
  whole("text behind", file("{}x", data: []), #"header, byte 2: "x", where the end is expected"#),
  whole(
    "NUL behind", file("{}\0", data: []), #"header, byte 2: "\u{0}", where the end is expected"#),
  whole(
    "invalid UTF-8", [5, 0, 0, 0, 0, 0, 0, 0, 0x7B, 0x22, 0xFF, 0x22, 0x7D],
    "header, byte 1: the string is not valid UTF-8"),
  whole("a name twice", file("{\(a8),\(a8)}"), #"header, byte 54: the name "a" occurs twice"#),
  whole(
    "metadata twice", file(#"{"__metadata__":{},"__metadata__":{}}"#, data: []),
    #"header, byte 19: the name "__metadata__" occurs twice"#),
  whole(
    "metadata null", file(#"{"__metadata__":null}"#, data: []), "__metadata__ is not an object"),
  whole(
    "metadata number", file(#"{"__metadata__":{"seed":7}}"#, data: []),
    #"__metadata__: "seed" is not a string"#),
  whole(
    "tensor null", file(#"{"a":null}"#, data: []),
    #"tensor "a" is not described by dtype, shape and data_offsets"#),
  whole(
    "no dtype", file(#"{"a":{"shape":[2],"data_offsets":[0,16]}}"#),
    #"tensor "a" is not described by dtype, shape and data_offsets"#),
  whole(
    "unknown field", file(#"{"a":{"dtype":"F64","shape":[2],"data_offsets":[0,16],"x":1}}"#),
    #"tensor "a" is not described by dtype, shape and data_offsets"#),
  whole(
    "dtype I64", one(dtype: #""I64""#),
    #"tensor "a" has the dtype "I64", where F64, F32, F16 or BF16 is expected"#),
  whole(
    "dtype 64", one(dtype: "64"),
    #"tensor "a" has the dtype "64", where F64, F32, F16 or BF16 is expected"#),
  whole(
    "dtype F32 with bytes for F64", one(dtype: #""F32""#),
    #"tensor "a" has the data_offsets [0, 16], where its shape takes 8 bytes"#),
  whole(
    "negative length", one(shape: "[-2]"), #"tensor "a" has a shape that is no list of lengths"#),
  whole("length 2.0", one(shape: "[2.0]"), #"tensor "a" has a shape that is no list of lengths"#),
  whole("shape 2", one(shape: "2"), #"tensor "a" has a shape that is no list of lengths"#),
  whole(
    "product beyond Int", one(shape: "[4294967296,4294967296]"), #"tensor "a" is too large"#),
  whole(
    "bytes beyond Int", one(shape: "[1152921504606846976]"), #"tensor "a" is too large"#),
  whole(
    "one offset", one(offsets: "[0]"), #"tensor "a" has data_offsets that are no start and end"#),
  whole(
    "offsets backwards", one(offsets: "[16,0]"),
    #"tensor "a" has data_offsets that are no start and end"#),
  whole(
    "negative offset", one(offsets: "[-16,0]"),
    #"tensor "a" has data_offsets that are no start and end"#),
  whole(
    "offsets and shape differ", one(shape: "[1]"),
    #"tensor "a" has the data_offsets [0, 16], where its shape takes 8 bytes"#),
  whole(
    "hole at the start", one(offsets: "[8,24]"),
    #"tensor "a" starts at 8, where 0 is expected"#),
  whole(
    "overlap", file("{\(a8),\(a8.replacing("\"a\"", with: "\"b\""))}"),
    #"tensor "b" starts at 0, where 8 is expected"#),
  whole(
    "hole between",
    file("{\(a8),\(a8.replacing("\"a\"", with: "\"b\"").replacing("[0,8]", with: "[16,24]"))}"),
    #"tensor "b" starts at 16, where 8 is expected"#),
  whole("data cut", one().dropLast(), "15 bytes of values, where the tensors take 16"),
  whole("data behind", one() + [0], "17 bytes of values, where the tensors take 16"),
  whole("no tensor", file("{}"), "16 bytes of values, where the tensors take 0"),
]

@Test(arguments: malformed)
func malformedTensorsAreRefused(file: Malformed) {
  #expect(throws: file.error(path: "m.safetensors")) {
    try SafetensorsFile(bytes: file.bytes, path: "m.safetensors")
  }
}

/// Every number of 16 and 32 bits is widened as PyTorch does it: `Scripts/make_torch_fixtures.py`.
@Test(arguments: ["float16", "bfloat16", "float32", "float64"])
func numbersOfPyTorchKeepTheirValues(type: String) throws {
  let file = try SafetensorsFile.read(referenceFile("torch/numbers.safetensors").path)
  func bits(_ name: String) throws -> [UInt64] {
    let tensor = try #require(file.tensors.first { $0.name == name })
    #expect(tensor.shape == [tensor.values.count])
    return tensor.values.map { $0.isNaN ? Double.nan.bitPattern : $0.bitPattern }
  }
  let values = try bits(type)
  #expect(try values == bits("\(type) widened"))
  #expect(Set(values).count > 500)
}
