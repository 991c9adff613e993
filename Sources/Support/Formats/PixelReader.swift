/// Reads the pixels of letters line by line: bits while there is nothing else, then numbers.
struct PixelReader {
  private var bits: [UInt8] = []
  private var numbers: [Double] = []
  private var areBits = true

  var pixels: Pixels { areBits ? .bits(bits) : .numbers(numbers) }

  /// Makes room for the pixels of all letters.
  mutating func reserveCapacity(_ count: Int) {
    areBits ? bits.reserveCapacity(count) : numbers.reserveCapacity(count)
  }

  /// Reads the rest of a line, `count` pixels.
  mutating func readLine(_ cursor: inout CSVCursor, _ count: Int) throws(FileError) {
    if cursor.readBits(into: &bits) {
      if !areBits { moveBits() }
      return
    }
    if areBits {
      numbers.reserveCapacity(bits.capacity)
      moveBits()
      areBits = false
    }
    for _ in 0..<count { numbers.append(try cursor.readPixel()) }
  }

  private mutating func moveBits() {
    numbers += bits.lazy.map(Double.init)
    bits.removeAll(keepingCapacity: true)
  }
}
