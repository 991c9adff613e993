/// A grey image with a caption: 0 is background, 1 is ink.
public struct GreyImage: Sendable {
  private let rows, columns: Int
  private let pixels: [Double]
  private let caption: String

  /// Describes an image, its pixels row by row; those that are missing are background.
  public init(rows: Int, columns: Int, pixels: [Double], caption: String = "") {
    (self.rows, self.columns) = (max(0, rows), max(0, columns))
    self.pixels = pixels
    self.caption = caption.printable
  }

  /// Columns of a terminal for the image and its caption.
  fileprivate func width(_ available: Int, _ style: Style) -> Int {
    min(available, max(columns * style.pixelWidth, caption.displayWidth))
  }

  /// Lines of a terminal for the image without its caption.
  fileprivate func height(_ style: Style) -> Int {
    (rows + style.pixelHeight - 1) / style.pixelHeight
  }

  fileprivate func line(_ index: Int, _ available: Int, _ style: Style) -> String {
    let width = width(available, style)
    let shown = min(columns, width / style.pixelWidth)
    let cells = (0..<shown).map { cell(index * style.pixelHeight, $0, style) }
    return cells.joined() + String(repeating: " ", count: width - shown * style.pixelWidth)
  }

  fileprivate func captionLine(_ available: Int, _ style: Style) -> String {
    let width = width(available, style)
    return caption.fitting(width).padded(width)
  }

  /// The characters for a pixel and, in half blocks, for the one below it.
  private func cell(_ row: Int, _ column: Int, _ style: Style) -> String {
    guard row < rows else { return String(repeating: " ", count: style.pixelWidth) }
    let (top, bottom) = (pixel(row, column), pixel(row + 1, column))
    guard style.unicode else { return top >= 0.5 ? "##" : ".." }
    let isGrey = [top, bottom].contains { $0 != 0 && $0 != 1 }
    if style.color, isGrey {
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

extension Style {
  // A character is about twice as high as wide: these keep pixels square.
  fileprivate var pixelWidth: Int { unicode ? 1 : 2 }
  fileprivate var pixelHeight: Int { unicode ? 2 : 1 }
}

/// Draws images side by side, as many as fit into `width`, each over its caption. Half blocks
/// show two pixels in a character, ASCII takes two characters for a pixel. Greys need colours,
/// else a pixel from 0.5 on is ink. An image wider than `width` is cut.
public func pixelArt(_ images: [GreyImage], width: Int, style: Style) -> String {
  var strips: [[GreyImage]] = []
  var used = width
  for image in images {
    let columns = image.width(width, style)
    if used + 2 + columns > width {
      strips.append([])
      used = -2
    }
    strips[strips.count - 1].append(image)
    used += 2 + columns
  }
  return strips.map { strip in
    let height = strip.map { $0.height(style) }.max() ?? 0
    let lines = (0..<height).map { line in strip.map { $0.line(line, width, style) } }
    let captions = strip.map { $0.captionLine(width, style) }
    return (lines + [captions]).map { $0.joined(separator: "  ").asLine }.joined()
  }.joined(separator: "\n")
}
