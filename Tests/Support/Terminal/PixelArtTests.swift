import Testing

@testable import Terminal

@Suite struct PixelArtTests {
  private let ascii = Style(unicode: false, color: false)
  private let unicode = Style(unicode: true, color: false)
  private let image = GreyImage(
    rows: 3, columns: 3, pixels: [1, 0, 1, 1, 1, 0, 0.49, 0.5, 1], caption: "abcd")

  @Test func drawsHalfBlocks() {
    #expect(pixelArt([image], width: 80, style: unicode) == "█▄▀\n ▀▀\nabcd\n")
  }

  @Test func drawsASCII() {
    #expect(
      pixelArt([image], width: 80, style: ascii) == "##..##\n####..\n..####\nabcd\n")
  }

  /// 12 columns hold two images of 4 columns with 2 between them, and not a third.
  @Test func fillsTheWidth() {
    #expect(
      pixelArt([image, image, image], width: 12, style: unicode)
        == "█▄▀   █▄▀\n ▀▀    ▀▀\nabcd  abcd\n\n█▄▀\n ▀▀\nabcd\n")
    #expect(
      pixelArt([image, image], width: 10, style: unicode)
        == "█▄▀   █▄▀\n ▀▀    ▀▀\nabcd  abcd\n")
    #expect(
      pixelArt([image, image], width: 9, style: unicode)
        == "█▄▀\n ▀▀\nabcd\n\n█▄▀\n ▀▀\nabcd\n")
  }

  @Test func cutsAWideImage() {
    #expect(pixelArt([image], width: 2, style: unicode) == "█▄\n ▀\nab\n")
    #expect(pixelArt([image], width: 3, style: ascii) == "##\n##\n..\nabc\n")
  }

  /// 0.9 is grey 232 + 20.7 ≈ 253, 0 is 232; black and white need no colour.
  @Test func showsGreysInColor() {
    let grey = GreyImage(rows: 2, columns: 2, pixels: [0.9, 1, 0, 1])
    #expect(
      pixelArt([grey], width: 80, style: Style(unicode: true, color: true))
        == "\u{1B}[38;5;253;48;5;232m▀\u{1B}[0m█\n\n")
    #expect(pixelArt([grey], width: 80, style: unicode) == "▀█\n\n")
  }

  @Test func survivesOddImages() {
    let odd = [
      GreyImage(rows: 2, columns: 2, pixels: [.nan, .infinity, -.infinity]),
      GreyImage(rows: -1, columns: -1, pixels: []), GreyImage(rows: 1, columns: 0, pixels: [1]),
    ]
    let style = Style(unicode: true, color: true)
    #expect(pixelArt(Array(odd.prefix(1)), width: 80, style: style) == " ▀\n\n")
    #expect(pixelArt([], width: 80, style: style) == "")
    #expect(pixelArt(odd, width: 0, style: style).contains("▀") == false)
  }

  @Test func keepsWithinTheWidth() {
    let images = [image, GreyImage(rows: 28, columns: 28, pixels: [0.3], caption: "漢字\n"), image]
    for width in 1...200 {
      for style in [ascii, unicode, Style(unicode: true, color: true)] {
        let lines = plain(pixelArt(images, width: width, style: style)).split(separator: "\n")
        #expect(lines.allSatisfy { $0.displayWidth <= width })
      }
    }
  }
}
