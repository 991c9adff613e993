import CLibrary

/// `value` rounded to `decimals` digits after the point: `2.30`.
package func fixed(_ value: Double, _ decimals: Int) -> String {
  printed("%.*f", [decimals, value])
}

/// A loss in little room, four digits: `2.3026`, `153.2`, `4.1e+09`.
package func lossText(_ value: Double) -> String {
  if abs(value) < 10 { return fixed(value, 4) }
  return abs(value) < 10_000 ? printed("%.4g", [value]) : printed("%.1e", [value])
}

/// A small number with two digits: `4.1e-11`.
package func scientific(_ value: Double) -> String {
  printed("%.1e", [value])
}

/// A share in per cent, with `decimals` digits after the point: `12.50 %`.
package func percent(_ share: Double, _ decimals: Int = 2) -> String {
  fixed(100 * share, decimals) + " %"
}

/// A number of seconds as people say it: `12 s`, `3 min 05 s`, `1 h 05 min`.
package func durationText(_ seconds: Double) -> String {
  guard seconds < 100 * 3600 else { return seconds.isNaN ? "unknown" : "over 99 h" }
  let whole = Int(max(0, seconds).rounded())
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  if whole < 60 { return "\(whole) s" }
  if whole < 3600 { return "\(whole / 60) min \(two(whole % 60)) s" }
  return "\(whole / 3600) h \(two(whole % 3600 / 60)) min"
}

/// C's `printf` to a String; Foundation's `String(format:)` would cost start-up time.
func printed(_ format: String, _ values: [any CVarArg]) -> String {
  var text = [CChar](repeating: 0, count: 400)  // -1.8e308 with 6 decimals takes 318
  _ = withVaList(values) { vsnprintf(&text, text.count, format, $0) }
  return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
