import Testing

@testable import Formats

/// SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, 2014), so that a failure can be repeated.
private struct Generator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}

/// `bytes` after one to three flips, cuts, insertions, repetitions or swaps of bytes.
private func mutated(_ bytes: [UInt8], using generator: inout Generator) -> [UInt8] {
  let alphabet = Array(#"0123456789,;.-+eE "'{}[]()\n\r:_aFu"#.utf8) + [0, 10, 13, 127, 255]
  var bytes = bytes
  for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
    let position = Int.random(in: 0..<bytes.count, using: &generator)
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    case 1: bytes.removeSubrange(position...)
    case 2: bytes.remove(at: position)
    case 3: bytes.insert(alphabet.randomElement(using: &generator) ?? 0, at: position)
    case 4: bytes.insert(contentsOf: bytes[position...].prefix(20), at: position)
    default: bytes[position] = alphabet.randomElement(using: &generator) ?? 0
    }
  }
  return bytes
}

/// Reads 20,000 mutations of a file; how many are still accepted and how many refused.
private func outcomes(
  _ original: [UInt8], read: ([UInt8]) throws(FileError) -> Bool
) -> (accepted: Int, refused: Int) {
  var generator = Generator(state: 1)
  var accepted = 0
  var refused = 0
  for _ in 0..<20_000 {
    let bytes = mutated(original, using: &generator)
    do throws(FileError) {
      #expect(try read(bytes), "accepted wrongly: \(bytes)")
      accepted += 1
    } catch {
      #expect(error.kind == .data)
      #expect(error.description.utf8.allSatisfy { $0 >= 32 }, "\(error)")
      refused += 1
    }
  }
  return (accepted, refused)
}

@Test func mutatedLettersAreReadOrRefused() {
  let text = Array("3,0,1,0.5,1e-3\r\n7,1,0,0,1\n 9, 0.25,1,1,1\n0,0,0,0,0\n".utf8)
  let outcomes = outcomes(text) { bytes throws(FileError) in
    let letters = try LetterCSV.parse(bytes, path: "-", as: .labelled)
    return letters.pixels.count == letters.rows * letters.columns
      && letters.labels?.count == letters.rows
      && letters.pixels.allSatisfy { 0...1 ~= $0 }
      && letters.labels?.allSatisfy { 0...9 ~= $0 } == true
  }
  #expect(outcomes.accepted > 1000)
  #expect(outcomes.refused > 1000)
}

@Test(arguments: ["f8-fortran-cube", "i8-big-endian", "version3", "u4-big-endian"])
func mutatedArraysAreReadOrRefused(name: String) throws {
  let outcomes = outcomes(try readFile(fixture(name + ".npy"))) { bytes throws(FileError) in
    let array = try NPYArray(bytes: bytes, path: "-")
    return array.values.count == array.shape.reduce(1, *)
  }
  #expect(outcomes.accepted > 100)
  #expect(outcomes.refused > 1000)
}

@Test func mutatedTensorsAreReadOrRefused() throws {
  let outcomes = outcomes(try readFile(fixture("two.safetensors"))) { bytes throws(FileError) in
    let file = try SafetensorsFile(bytes: bytes, path: "-")
    return try SafetensorsFile(bytes: file.bytes, path: "-").bytes == file.bytes
  }
  #expect(outcomes.accepted > 1000)
  #expect(outcomes.refused > 1000)
}
