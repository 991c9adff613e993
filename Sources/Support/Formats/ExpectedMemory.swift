import CLibrary

/// The bytes of a row of numbers in a matrix: its memory is padded to whole vectors of eight.
public func bytesOfRow(_ columns: Int) -> Double { Double((columns + 7) / 8 * 64) }

/// Makes sure that there is memory for what a file holds, before it is taken.
/// - Parameter what: what errors say would take it, such as `9000 letters`.
/// - Throws: `.inputOutput`.
public func expectMemory(
  _ bytes: Double, for what: @autoclosure () -> String, path: String
) throws(FileError) {
  if hasMemory(bytes) { return }
  throw FileError(
    .inputOutput, path: path, "\(what()) would take \(memoryText(bytes)), more than there is")
}

/// `1.5 GB of memory`.
package func memoryText(_ bytes: Double) -> String {
  let tenths = Int((min(bytes, 1e18) / 1e8).rounded(.up))
  return "\(tenths / 10).\(tenths % 10) GB of memory"
}
