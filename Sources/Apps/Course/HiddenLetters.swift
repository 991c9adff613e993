import Formats
import Random
import Terminal

/// Letters that nobody was given: images of the whole set that are in none of the hand-out's files.
///
/// Of each letter's images, in an order that is always the same, the first ``trainingCount`` may be
/// learnt from, and the rest are tests, ``testCount`` for a seed. So the tests of two seeds share no
/// image, unless the seeds are equal modulo ``seedCount``, and no seed's training has an image of any
/// seed's test.
struct HiddenLetters {
  static let trainingCount = 240
  static let testCount = 20
  static let seedCount: UInt32 = 20
  /// Training and test letters of each class: small, medium and large.
  private static let sizes = [(50, 10), (100, 20), (240, 20)]

  private let archive: LetterArchive
  private let names: LabelNames
  /// For each label the unused images, as their places in the set.
  private let pools: [[Int]]

  /// The letters of a folder that are not among the given ones, which name the labels.
  /// - Throws: `FileError` where a file is missing or wrong, or a letter has too few images.
  init(besides given: CourseLetters, in folder: String) throws(FileError) {
    archive = try LetterArchive(folder: folder)
    names = given.names
    var used: Set<[UInt8]> = []
    for file in given.files {
      let (pixels, columns) = (file.letters.pixels, file.letters.columns)
      for start in stride(from: 0, to: pixels.count, by: columns) {
        used.insert(pixels[start..<start + columns].map { UInt8($0) })
      }
    }
    var pools = names.all.map { _ in [Int]() }
    var random = RandomState(seed: 0)
    for k in random.permutation(archive.count) {
      let letter = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(archive.labels[k])))
      guard let label = names.all.firstIndex(of: letter) else { continue }
      if used.insert(archive.pixels(k)).inserted { pools[label].append(k) }
    }
    let needed = Self.trainingCount + Self.testCount * Int(Self.seedCount)
    for (label, pool) in pools.enumerated() where pool.count < needed {
      throw FileError(
        .data, path: folder,
        "\(pool.count) images of \(names[label]) are in no hand-out, where \(needed) are needed")
    }
    self.pools = pools
  }

  /// The letters of a seed, in files of rows in random order.
  func letters(seed: UInt32) throws(FileError) -> CourseLetters {
    var random = RandomState(seed: seed)
    let training = pools.map { pool in
      random.permutation(Self.trainingCount).map { pool[$0] }
    }
    let first = Self.trainingCount + Int(seed % Self.seedCount) * Self.testCount
    let tests = pools.map { Array($0[first..<first + Self.testCount]) }
    let files = Self.sizes.flatMap { trainCount, testCount in
      [
        file(training.map { $0.prefix(trainCount) }, &random),
        file(tests.map { $0.prefix(testCount) }, &random),
      ]
    }
    return try CourseLetters(
      names: names, isOwn: false, files.map { (path: "hidden letters", bytes: $0) })
  }

  private func file(_ images: [ArraySlice<Int>], _ random: inout RandomState) -> [UInt8] {
    let lines = images.enumerated().flatMap { label, images in
      images.map { k in
        ([label] + archive.pixels(k).map { Int($0) }).map(String.init).joined(separator: ",") + "\n"
      }
    }
    return random.permutation(lines.count).flatMap { Array(lines[$0].utf8) }
  }
}
