/// Numbers in little room, as JavaScript's typed arrays have them: the least byte first.

/// 64 bits each, for a Float64Array.
package func packed(_ numbers: [Double]) -> [UInt8] {
  numbers.flatMap { littleEndian($0.bitPattern) }
}

/// 16 bits each, for a Uint16Array; labels are below 65,536.
package func packed(labels: [Int]) -> [UInt8] { labels.flatMap { littleEndian(UInt16($0)) } }

/// A bit each, the first in a byte's lowest place; nil where they are not all 0 or 1.
package func packedBits(_ numbers: [Double]) -> [UInt8]? {
  guard numbers.allSatisfy({ $0 == 0 || $0 == 1 }) else { return nil }
  var bytes = [UInt8](repeating: 0, count: (numbers.count + 7) / 8)
  for (i, number) in numbers.enumerated() where number == 1 { bytes[i / 8] |= 1 << UInt8(i % 8) }
  return bytes
}

private func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] {
  withUnsafeBytes(of: value.littleEndian) { Array($0) }
}
