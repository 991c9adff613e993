import Testing

@testable import Terminal

@Suite struct PixelArtTests {
  private let image = GreyImage(
    rows: 3, columns: 3, pixels: [1, 0, 1, 1, 1, 0, 0.49, 0.5, 1], caption: "abcd")

  @Test func drawsHalfBlocks() {
    #expect(pixelArt([image], on: terminal(unicode: true)) == "█▄▀\n ▀▀\nabcd\n")
  }

  @Test func drawsASCII() {
    #expect(
      pixelArt([image], on: terminal(80)) == "##..##\n####..\n..####\nabcd\n")
  }

  /// 12 columns hold two images of 4 columns with 2 between them, and not a third.
  @Test func fillsTheWidth() {
    #expect(
      pixelArt([image, image, image], on: terminal(12, unicode: true))
        == "█▄▀   █▄▀\n ▀▀    ▀▀\nabcd  abcd\n\n█▄▀\n ▀▀\nabcd\n")
    #expect(
      pixelArt([image, image], on: terminal(10, unicode: true))
        == "█▄▀   █▄▀\n ▀▀    ▀▀\nabcd  abcd\n")
    #expect(
      pixelArt([image, image], on: terminal(9, unicode: true))
        == "█▄▀\n ▀▀\nabcd\n\n█▄▀\n ▀▀\nabcd\n")
  }

  @Test func cutsAWideImage() {
    let short = GreyImage(rows: 1, columns: 5, pixels: [1, 1, 1, 1, 1], caption: "1")
    #expect(pixelArt([short], on: terminal(4, unicode: true)) == "▀▀▀▀\n1…\n")
    #expect(pixelArt([image], on: terminal(2, unicode: true)) == "█▄\n ▀\na…\n")
    #expect(pixelArt([image], on: terminal(3)) == "##\n##\n..\n...\n")
  }

  /// 0.9 is grey 232 + 20.7 ≈ 253, 0 is 232; black and white need no colour.
  @Test func showsGreysInColor() {
    let grey = GreyImage(rows: 2, columns: 2, pixels: [0.9, 1, 0, 1])
    #expect(
      pixelArt([grey], on: terminal(unicode: true, color: true))
        == "\u{1B}[38;5;253;48;5;232m▀\u{1B}[0m█\n\n")
    #expect(pixelArt([grey], on: terminal(unicode: true)) == "▀█\n\n")
  }

  @Test func survivesOddImages() {
    let odd = [
      GreyImage(rows: 2, columns: 2, pixels: [.nan, .infinity, -.infinity]),
      GreyImage(rows: -1, columns: -1, pixels: []), GreyImage(rows: 1, columns: 0, pixels: [1]),
    ]
    #expect(pixelArt(Array(odd.prefix(1)), on: terminal(unicode: true, color: true)) == " ▀\n\n")
    #expect(pixelArt([], on: terminal()) == "")
    #expect(!pixelArt(odd, on: terminal(0, unicode: true, color: true)).contains("▀"))
  }

  @Test func keepsWithinTheWidth() {
    let images = [image, GreyImage(rows: 28, columns: 28, pixels: [0.3], caption: "漢字\n"), image]
    for width in 1...200 {
      for (unicode, color) in [(false, false), (true, false), (true, true)] {
        let art = pixelArt(images, on: terminal(width, unicode: unicode, color: color))
        let lines = plain(art).split(separator: "\n")
        #expect(lines.allSatisfy { $0.displayWidth <= width })
      }
    }
  }
}
