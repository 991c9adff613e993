import Formats
import Testing

/// What NumPy wrote, read and written again.
@Test(arguments: ["f8", "f8-vector", "f8-scalar", "f8-empty", "f8-reals"])
func writesWhatNumPyWrites(name: String) throws {
  let bytes = try readFile(fixture("\(name).npy"))
  #expect(try NPYArray(bytes: bytes, path: name).bytes == bytes)
}

/// `len(io.getvalue())` after `numpy.save(io, numpy.zeros(shape))`, less 8 bytes a value. The last
/// is where NumPy's room to grow takes another 64 bytes.
@Test(arguments: [
  ([2331, 5], 128), ([0], 128), (Array(repeating: 1, count: 14), 128),
  (Array(repeating: 1, count: 16), 192),
])
func headersAreAsLongAsNumPys(shape: [Int], length: Int) throws {
  let array = NPYArray(shape: shape, values: Array(repeating: 0, count: shape.reduce(1, *)))
  #expect(array.bytes.count - 8 * array.values.count == length)
  #expect(try NPYArray(bytes: array.bytes, path: "a.npy") == array)
}
