/// How many examples there are of each class, in words: `50 of each`, or `a 50, e 20`, those of none
/// left out.
package func classCounts(_ counts: [Int], names: [String]) -> String {
  if let first = counts.first, first > 0, counts.allSatisfy({ $0 == first }) {
    return "\(first) of each"
  }
  return zip(names, counts).filter { $1 > 0 }.map { "\($0.printable) \($1)" }.joined(
    separator: ", ")
}
