/// A number rounded to so many decimals, without zeros at its end: `0.5`, `12`, `-3.25`.
///
/// Numbers of over 10¹² in size are written as Swift does.
func decimal(_ value: Double, upTo decimals: Int) -> String {
  let text = decimal(value, decimals)
  guard decimals > 0, text.contains("."), !text.contains("e") else { return text }
  let trimmed = text.reversed().drop { $0 == "0" }.drop { $0 == "." }
  return String(trimmed.reversed())
}

/// A number rounded to exactly so many decimals: `0.50`.
func decimal(_ value: Double, _ decimals: Int) -> String {
  guard abs(value) <= 1e12, decimals <= 6 else { return "\(value)" }
  let scale = (0..<decimals).reduce(1.0) { power, _ in power * 10 }
  let units = Int((abs(value) * scale).rounded())
  let sign = value < 0 && units > 0 ? "-" : ""
  guard decimals > 0 else { return sign + "\(units)" }
  let fraction = String("\(units % Int(scale) + Int(scale))".dropFirst())
  return "\(sign)\(units / Int(scale)).\(fraction)"
}
