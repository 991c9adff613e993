/// A grey image with a caption: 0 is background, 1 is ink.
package struct GreyImage {
  private let rows, columns: Int
  private let pixels: [Double]
  private let caption: String

  /// Describes an image, its pixels row by row; those that are missing are background.
  package init(rows: Int, columns: Int, pixels: [Double], caption: String = "") {
    (self.rows, self.columns) = (max(0, rows), max(0, columns))
    self.pixels = pixels
    self.caption = caption.printable
  }

  /// Columns of a terminal for the image and its caption.
  fileprivate func width(on terminal: TerminalCapabilities) -> Int {
    let width = max(columns * terminal.pixelWidth, caption.displayWidth)
    return terminal.isTerminal ? min(terminal.width, width) : width
  }

  /// Lines of a terminal for the image without its caption.
  fileprivate func height(on terminal: TerminalCapabilities) -> Int {
    (rows + terminal.pixelHeight - 1) / terminal.pixelHeight
  }

  /// The image, with what it lacks of `height` below it, and the caption.
  fileprivate func lines(_ height: Int, on terminal: TerminalCapabilities) -> [String] {
    let width = width(on: terminal)
    let shown = min(columns, width / terminal.pixelWidth)
    let margin = String(repeating: " ", count: width - shown * terminal.pixelWidth)
    let art = (0..<height).map { line in
      (0..<shown).map { cell(line * terminal.pixelHeight, $0, terminal) }.joined() + margin
    }
    let caption = caption + (shown < columns ? terminal.ellipsis : "")
    return art + [caption.shortened(width, terminal).padded(width)]
  }

  /// The characters for a pixel and, in half blocks, for the one below it.
  private func cell(_ row: Int, _ column: Int, _ terminal: TerminalCapabilities) -> String {
    guard row < rows else { return String(repeating: " ", count: terminal.pixelWidth) }
    let (top, bottom) = (pixel(row, column), pixel(row + 1, column))
    guard terminal.usesUnicode else { return top >= 0.5 ? "##" : ".." }
    let isGrey = [top, bottom].contains { $0 != 0 && $0 != 1 }
    if terminal.usesColor, isGrey {
      return "\u{1B}[38;5;\(grey(top));48;5;\(grey(bottom))m▀\u{1B}[0m"
    }
    return bottom >= 0.5 ? (top >= 0.5 ? "█" : "▄") : (top >= 0.5 ? "▀" : " ")
  }

  /// The pixel, within [0, 1]; 0 where there is none or it is not a number.
  private func pixel(_ row: Int, _ column: Int) -> Double {
    let index = row * columns + column
    guard row < rows, index < pixels.count, pixels[index] > 0 else { return 0 }
    return min(pixels[index], 1)
  }

  /// The nearest of the 24 greys 232…255 of the 256-colour palette.
  private func grey(_ value: Double) -> Int { 232 + Int((value * 23).rounded()) }
}

extension TerminalCapabilities {
  // A character is about twice as high as wide: these keep pixels square.
  fileprivate var pixelWidth: Int { usesUnicode ? 1 : 2 }
  fileprivate var pixelHeight: Int { usesUnicode ? 2 : 1 }
}

/// Draws images side by side, as many as fit into the width, each over its caption. Half blocks
/// show two pixels in a character, ASCII takes two characters for a pixel. Greys need colours,
/// else a pixel from 0.5 on is ink. An image wider than the terminal is cut,
/// with a mark at its caption; not one in a file.
package func pixelArt(_ images: [GreyImage], on terminal: TerminalCapabilities) -> String {
  var strips: [[GreyImage]] = []
  var used = terminal.width
  for image in images {
    let columns = image.width(on: terminal)
    if used + 2 + columns > terminal.width {
      strips.append([])
      used = -2
    }
    strips[strips.count - 1].append(image)
    used += 2 + columns
  }
  return strips.map { strip in
    let height = strip.map { $0.height(on: terminal) }.max() ?? 0
    let images = strip.map { $0.lines(height, on: terminal) }
    return (0...height).map { line in
      images.map { $0[line] }.joined(separator: "  ").asLine
    }.joined()
  }.joined(separator: "\n")
}
