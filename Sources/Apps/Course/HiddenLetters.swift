import Formats
import Random

/// Letters that nobody was given: images of the whole set that are in none of the hand-out's files.
///
/// Of each letter's images, in an order that is always the same, the first ``trainingCount`` may be learnt
/// from, and the rest are tests, ``testCount`` for a seed. So the tests of two seeds share no image, unless
/// the seeds are equal modulo ``seedCount``, and no seed's training has an image of any seed's test.
struct HiddenLetters {
  /// The file's name, such as `smallTrain`, and its lines.
  typealias File = (name: String, text: String)

  static let trainingCount = 240
  static let testCount = 20
  static let seedCount: UInt32 = 20
  /// Training and test letters of each class.
  private static let sizes = [("small", 50, 10), ("medium", 100, 20), ("large", 240, 20)]

  private let archive: LetterArchive
  private let names: String
  /// For each label the unused images, as their places in the set.
  private let pools: [[Int]]

  /// The letters of the hand-out's folder, for the labels that its files have.
  /// - Throws: `FileError` where a file is missing or wrong, or a letter has too few images.
  init(data: String) throws(FileError) {
    archive = try LetterArchive(folder: "\(data)/all")
    names = String(try readText("\(data)/letters.txt").prefix { !$0.isNewline })
    let letters = Array(names.utf8)
    var used = try Self.images(of: ["largeTrain", "largeTest"], in: data)
    var pools = letters.map { _ in [Int]() }
    var random = RandomState(seed: 0)
    for k in random.permutation(archive.count) {
      let letter = UInt8(ascii: "a") + UInt8(archive.labels[k])
      guard let label = letters.firstIndex(of: letter) else { continue }
      if used.insert(archive.pixels(k)).inserted { pools[label].append(k) }
    }
    let needed = Self.trainingCount + Self.testCount * Int(Self.seedCount)
    for (label, pool) in pools.enumerated() where pool.count < needed {
      throw FileError(
        .data, path: "\(data)/all",
        "\(pool.count) images of label \(label) are in no hand-out, where \(needed) are needed")
    }
    self.pools = pools
  }

  private static func images(
    of files: [String], in data: String
  ) throws(FileError) -> Set<[UInt8]> {
    var images: Set<[UInt8]> = []
    for file in files {
      let csv = try LetterCSV.read("\(data)/\(file).csv", as: .labelled)
      for row in 0..<csv.rows {
        images.insert(csv.pixels[row * csv.columns..<(row + 1) * csv.columns].map { UInt8($0) })
      }
    }
    return images
  }

  /// The letters of a seed.
  func letters(seed: UInt32) throws(FileError) -> CourseLetters {
    try CourseLetters(names: names, drawn: files(seed: seed))
  }

  /// The files of a seed: all sizes, for training and test, of rows in random order.
  func files(seed: UInt32) -> [File] {
    var random = RandomState(seed: seed)
    let training = pools.map { pool in
      random.permutation(Self.trainingCount).map { pool[$0] }
    }
    let first = Self.trainingCount + Int(seed % Self.seedCount) * Self.testCount
    let tests = pools.map { Array($0[first..<first + Self.testCount]) }
    return Self.sizes.flatMap { name, trainCount, testCount in
      [
        ("\(name)Train", text(training.map { $0.prefix(trainCount) }, &random)),
        ("\(name)Test", text(tests.map { $0.prefix(testCount) }, &random)),
      ]
    }
  }

  private func text(_ images: [ArraySlice<Int>], _ random: inout RandomState) -> String {
    let lines = images.enumerated().flatMap { label, images in
      images.map { k in
        ([label] + archive.pixels(k).map { Int($0) }).map(String.init).joined(separator: ",") + "\n"
      }
    }
    return random.permutation(lines.count).map { lines[$0] }.joined()
  }
}
