import Terminal

extension String {
  /// Pixels that suffice for this text in every usual sans-serif font of a size.
  func width(size: Double) -> Double {
    size * reduce(0) { $0 + $1.widthInEms }
  }

  /// This text, or its beginning with a mark behind it where it would be wider than `room` pixels.
  func cut(to room: Double, size: Double) -> String {
    guard width(size: size) > room else { return self }
    let mark = "…"
    var left = room - mark.width(size: size)
    let start = prefix { character in
      left -= String(character).width(size: size)
      return left >= 0
    }
    return start + mark
  }
}

extension Character {
  /// About what Verdana and DejaVu Sans take, the widest of those fonts.
  fileprivate var widthInEms: Double {
    if isUppercase || "mwMW@%—…".contains(self) { return 0.95 }
    if "iljI.,:;'|!()[] ".contains(self) { return 0.42 }
    return 0.65 * Double(max(1, String(self).displayWidth))
  }
}

/// Pieces of text in lines, in their order: which of them stand where.
/// - Parameters:
///   - widths: what the pieces take; none may be wider than `room`.
///   - gap: what is between two of a line.
func flow(_ widths: [Double], gap: Double, room: Double) -> [(line: Int, x: Double)] {
  var (line, x) = (0, 0.0)
  return widths.map { width in
    if x > 0, x + width > room { (line, x) = (line + 1, 0) }
    defer { x += width + gap }
    return (line, x)
  }
}
