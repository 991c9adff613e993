import Foundation
import TestSupport

let regression = Executable("regression")

extension Finished {
  /// The number behind the last occurrence of a word.
  func number(after word: String) -> Double? {
    guard let range = output.range(of: word, options: .backwards) else { return nil }
    return Double(output[range.upperBound...].drop { $0 == " " }.prefix { !" ,\n".contains($0) })
  }
}
