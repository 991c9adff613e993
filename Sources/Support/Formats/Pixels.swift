/// The pixels of letters, row by row, as small as they go: in most files all of them are 0 or 1.
package enum Pixels: Sendable {
  /// A byte each, 0 or 1.
  case bits([UInt8])
  case numbers([Double])

  package var numbers: [Double] {
    switch self {
    case .bits(let bits): bits.map(Double.init)
    case .numbers(let numbers): numbers
    }
  }
}
