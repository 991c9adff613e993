import Formats
import TestSupport
import Testing

@testable import CourseApp

/// Letters of a seed: nobody was given them, and no two seeds test the same.
struct HiddenLettersTests {
  private let letters: HiddenLetters
  private let data = checkoutFile("handout-data").path

  init() throws {
    let given = try CourseLetters(folder: data, names: nil, isOwn: false)
    letters = try HiddenLetters(besides: given, in: data + "/all")
  }

  /// The lines of a file, without their labels.
  private func images(_ name: String, in letters: CourseLetters) throws -> [Substring] {
    let file = try #require(letters.files.first { $0.name == name })
    return String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").map {
      $0.dropFirst(2)
    }
  }

  @Test(arguments: [1, 7, 4_000_000_000] as [UInt32])
  func sizesAreStated(seed: UInt32) throws {
    for file in try letters.letters(seed: seed).files {
      #expect(file.letters.columns == 128)
      let counts = try #require(file.letters.labels).reduce(into: [Int](repeating: 0, count: 10)) {
        $0[$1] += 1
      }
      let count = [
        "smallTrain": 50, "smallTest": 10, "mediumTrain": 100, "mediumTest": 20,
        "largeTrain": 240, "largeTest": 20,
      ][file.name]
      #expect(counts == Array(repeating: count, count: 10), "\(file.name)")
    }
  }

  @Test func noneIsOfTheHandOut() throws {
    var given: Set<Substring> = []
    for name in ["largeTrain", "largeTest", "smallTrain", "mediumTest"] {
      let text = try checkoutText("handout-data/\(name).csv")
      given.formUnion(text.split(separator: "\n").map { $0.dropFirst(2) })
    }
    #expect(given.count == 10_000)
    let third = try letters.letters(seed: 3)
    for name in ["largeTrain", "largeTest", "smallTrain", "smallTest"] {
      let hidden = try images(name, in: third)
      #expect(Set(hidden).count == hidden.count)
      #expect(given.isDisjoint(with: hidden), "\(name)")
    }
  }

  @Test func seedsShareNoTest() throws {
    var tests: Set<Substring> = []
    var trainings: Set<Substring> = []
    for seed in 1...HiddenLetters.seedCount {
      let drawn = try letters.letters(seed: seed)
      tests.formUnion(try images("largeTest", in: drawn))
      trainings.formUnion(try images("largeTrain", in: drawn))
    }
    #expect(tests.count == 20 * 200)
    #expect(tests.isDisjoint(with: trainings))
    // Beyond that they come round.
    let (first, again) = (try letters.letters(seed: 1), try letters.letters(seed: 21))
    #expect(try Set(images("largeTest", in: again)) == Set(images("largeTest", in: first)))
    #expect(try images("largeTrain", in: again) != images("largeTrain", in: first))
  }

  @Test func everyImageIsItsLetter() throws {
    let archive = try LetterArchive(folder: data + "/all")
    let names = Array("aegilnortu".utf8)
    var known: Set<[UInt8]> = []
    for k in 0..<archive.count {
      known.insert([UInt8(ascii: "a") + UInt8(archive.labels[k])] + archive.pixels(k))
    }
    for file in try letters.letters(seed: 5).files {
      for line in String(decoding: file.bytes, as: UTF8.self).split(separator: "\n") {
        let numbers = line.split(separator: ",").compactMap { UInt8($0) }
        #expect(known.contains([names[Int(numbers[0])]] + numbers.dropFirst()), "\(file.name)")
      }
    }
  }
}
