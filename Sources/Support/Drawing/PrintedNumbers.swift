import Terminal

extension PlotAxis {
  /// The numbers at the ticks as print has them; powers of ten alone are written without a factor.
  var printedTicks: [String] {
    let labels = ticks.map(label)
    let arePowers = labels.allSatisfy { $0.hasPrefix("1e") }
    return labels.map { arePowers ? String(typeset($0).dropFirst(2)) : typeset($0) }
  }
}

/// A number as print has it: −0.5, 2×10⁻⁵.
func typeset(_ label: String) -> String {
  let parts = label.split(separator: "e")
  let factor = String(parts[0]).replacing("-", with: "−")
  guard parts.count == 2, let power = Int(parts[1]) else { return factor }
  if Double(parts[0]) == 0 { return "0" }
  let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
  let exponent = "\(abs(power))".compactMap { $0.wholeNumberValue.map { String(digits[$0]) } }
  return "\(factor)×10\(power < 0 ? "⁻" : "")\(exponent.joined())"
}
