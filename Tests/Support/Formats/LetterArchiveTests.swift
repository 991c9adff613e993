import Foundation
import TestSupport
import Testing

@testable import Formats

/// `handout-data/all`, beside what NumPy says of it and beside the hand-out's own files.
struct LetterArchiveTests {
  private let archive: LetterArchive

  init() throws { archive = try LetterArchive(folder: checkoutFile("handout-data/all").path) }

  /// `numpy.bincount` of the arrays, and the sum of `unpackbits`.
  @Test func countsAreNumPys() {
    func counts(_ values: [Int], _ count: Int) -> [Int] {
      values.reduce(into: Array(repeating: 0, count: count)) { $0[$1] += 1 }
    }
    #expect(archive.count == 52_152)
    #expect(
      counts(archive.folds, 10) == [4617, 5375, 5110, 5353, 5270, 5001, 5583, 5370, 5331, 5142])
    let letters = [
      4034, 1284, 2114, 1442, 4955, 921, 2472, 861, 4913, 189, 909, 3140, 1602, 5024, 3897, 1377,
      341,
      2673, 1394, 2136, 2562, 664, 520, 413, 1221, 1094,
    ]
    #expect(counts(archive.labels, 26) == letters)
    #expect(archive.words.last == 6876 && archive.words.max() == 6876)
    #expect(archive.positions.max() == 13)
    let ink = (0..<archive.count).reduce(0) { $0 + archive.pixels($1).count { $0 == 1 } }
    #expect(ink == 1_466_486)
  }

  @Test func aWordIsInOneFoldAndItsPositionsCount() {
    for k in 1..<archive.count {
      let isSameWord = archive.words[k] == archive.words[k - 1]
      #expect(archive.positions[k] == (isSameWord ? archive.positions[k - 1] + 1 : 0))
      if isSameWord { #expect(archive.folds[k] == archive.folds[k - 1]) }
    }
  }

  /// Every image of the CSV files is one of the set, as the same letter.
  @Test(arguments: ["largeTrain", "largeTest", "smallTrain"])
  func theHandOutsLettersAreAmongThem(name: String) throws {
    let letters = Array("aegilnortu".utf8)
    var known: Set<[UInt8]> = []
    for k in 0..<archive.count {
      known.insert([UInt8(ascii: "a") + UInt8(archive.labels[k])] + archive.pixels(k))
    }
    let csv = try LetterCSV.read(checkoutFile("handout-data/\(name).csv").path, as: .labelled)
    let labels = try #require(csv.labels)
    for row in 0..<csv.rows {
      let pixels = csv.pixels[row * 128..<(row + 1) * 128].map { UInt8($0) }
      #expect(known.contains([letters[labels[row]]] + pixels), "row \(row)")
    }
  }

  @Test func arraysOfDifferentLengthsAreRefused() throws {
    let scratch = try Scratch()
    for name in ["images", "labels", "folds", "words", "positions"] {
      // Words where labels should be.
      let file = checkoutFile("handout-data/all/\(name == "labels" ? "words" : name).npy")
      try FileManager.default.copyItem(atPath: file.path, toPath: scratch.file("\(name).npy"))
    }
    #expect {
      try LetterArchive(folder: scratch.path)
    } throws: {
      "\($0)".hasSuffix("labels.npy: is not 52152 whole numbers from 0 to 25")
    }
  }
}
