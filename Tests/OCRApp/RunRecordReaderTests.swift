import Foundation
import Formats
import Learning
import TestSupport
import Testing

@testable import OCRApp

/// Records that are read again, and files that are none.
@Suite(.firstIssues) struct RunRecordReaderTests {
  private static let digest = String(repeating: "0123456789abcdef", count: 4)

  static let record = RunRecord(
    version: "0.1.0", command: ["ocr", "train", "a \"b\"\n", "--output", "ü"],
    settings: [Named("size", "small"), Named("rate", "1e-05")], letters: ["a", "e", "ñ"],
    training: .init(path: "Train.csv", count: 7, sha256: digest),
    validation: .init(path: "Test.csv", count: 1, sha256: String(digest.reversed())),
    epochs: [
      EpochLosses(
        epoch: 1, training: 2.302585, validation: 1e-7, trainingError: 1, validationError: 0),
      EpochLosses(epoch: 2, training: 0, validation: 12.5),
    ],
    final: EpochLosses(
      epoch: 2, training: 0.1, validation: 12, trainingError: 0.25, validationError: 1.0 / 3),
    alpha: digest, beta: digest,
    files: [Named("model.safetensors", digest), Named("metrics.txt", digest)])

  private func read(_ text: some Collection<UInt8>) throws(FileError) -> RunRecord {
    try RunRecord(bytes: Array(text), path: "runs/x/run.json")
  }

  @Test func whatIsWrittenIsRead() throws {
    #expect(try read(Self.record.text.utf8) == Self.record)
    #expect(Self.record.text.hasPrefix(#"{"program":"ocr","version":"0.1.0","command":["ocr","#))
    #expect(Self.record.text.hasSuffix("\"}]}\n"))
  }

  /// White space and what a later version may add.
  @Test func whatElseIsThereIsPassedOver() throws {
    let text = Self.record.text.replacingOccurrences(
      of: #""epochs_trained""#, with: "\n  \"machine\": {\"cores\": [2]},\n\t\"epochs_trained\"")
    #expect(text != Self.record.text)
    #expect(try read(text.utf8) == Self.record)
  }

  /// Records were once without it.
  @Test func aRecordMaySayNothingOfFiles() throws {
    let text = Self.record.text.replacing(/,"files":.*\]/, with: "")
    #expect(text != Self.record.text)
    #expect(try read(text.utf8).files == [])
  }

  /// A part of the record, what stands there instead, and what is said of it.
  static let damages: [(part: String, instead: String, message: String)] = [
    (#"{"program""#, #"[{"program""#, "at byte"),
    (#""program":"ocr""#, #""program":"entities""#, "where the record of a run of ocr is expected"),
    (#""program":"ocr","#, "", "where the record of a run of ocr is expected"),
    (#""version":"0.1.0""#, #""version":0.1"#, #"version is "0.1", where a text is expected"#),
    (#""version":"0.1.0","#, "", "version is missing"),
    (#""command":["ocr""#, #""command":[["ocr"]"#, "command[0] is"),
    (#""command":"#, #""command":{},"x":"#, #"command is "{}", where a list is expected"#),
    (#""settings":[{"#, #""settings":[{},{"#, "settings[0].name is missing"),
    (#""settings":[{"#, #""settings":["s",{"#, "where an object is expected"),
    (#""value":"small""#, #""value":null"#, #"settings[0].value is "null", where a text"#),
    (#"["a","e","ñ"]"#, #"["a","e","e"]"#, "where a list of different letters"),
    (#"["a","e","ñ"]"#, #"["a"]"#, "where a list of different letters"),
    (#"["a","e","ñ"]"#, #"["a","e","xy"]"#, "where a list of different letters"),
    (#"["a","e","ñ"]"#, #"[]"#, "where a list of different letters"),
    (#""training":{"#, #""trainings":{"#, "training is missing"),
    (#""training":{"#, #""training":[],"t":{"#, #"training is "[]", where an object is expected"#),
    (
      #""count":7"#, #""count":0"#, "training.count is \"0\", where a whole number of at least 1 is"
    ),
    (#""count":7"#, #""count":7.5"#, "training.count is"),
    (#""count":7"#, #""count":99999999999999999999"#, "training.count is"),
    (#""sha256":"0"#, #""sha256":"g"#, "training.sha256 is"),
    (#""sha256":"0"#, #""sha256":""#, "where a SHA-256 in 64 hexadecimal digits is expected"),
    (
      #""epochs_trained":2"#, #""epochs_trained":3"#, #"epochs_trained is "3", where 2 is expected"#
    ),
    (#""epochs_trained":2,"#, "", "epochs_trained is missing"),
    (#""epoch":2"#, #""epoch":1"#, #"epochs[1].epoch is "1", where 2 is expected"#),
    (
      #""train":2.302585"#, #""train":-1"#, #"epochs[0].train is "-1", where a number from 0 on is"#
    ),
    (#""train":2.302585"#, #""train":1e999"#, "is too large at byte"),
    (#""train":2.302585"#, #""train":NaN"#, "at byte"),
    (#""train":2.302585"#, #""train":"2""#, "epochs[0].train is"),
    (#""train":2.302585"#, #""train":null"#, "epochs[0].train is"),
    (
      #""train_error":1.0"#, #""train_error":1.5"#,
      "where a number from 0 to 1, or null is expected"
    ),
    (#""validation_error":0.0"#, #""validation_error":true"#, "epochs[0].validation_error is"),
    (#""final":{"#, #""final":{},"x":{"#, "final.train is missing"),
    (#""loss":12.0"#, #""loss":[12]"#, #"final.validation.loss is "[12]", where"#),
    (#""beta_sha256":"0"#, #""beta_sha256":"A"#, "beta_sha256 is"),
    (#""files":[{"#, #""files":[{},{"#, "files[0].file is missing"),
    (#""files":["#, #""files":{},"x":["#, #"files is "{}", where a list is expected"#),
    (#""file":"model"#, #""file":"../model"#, "where the name of a file in the folder is expected"),
    (#""file":"model.safetensors""#, #""file":"""#, "where the name of a file in the folder is"),
    (#""alpha_sha256""#, #""beta_sha256""#, #"the name "beta_sha256" occurs twice"#),
  ]

  @Test(arguments: damages.indices) func damageIsOneLine(index: Int) throws {
    let (part, instead, message) = Self.damages[index]
    let text = Self.record.text.replacing(part, with: instead, maxReplacements: 1)
    #expect(text != Self.record.text)
    let error = #expect(throws: FileError.self) { try read(text.utf8) }
    #expect(error?.kind == .data)
    #expect(error?.description.hasPrefix("runs/x/run.json: ") == true)
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
    #expect(error?.description.contains("\n") == false)
  }

  @Test func wrongFilesAreNamed() throws {
    let scratch = try Scratch()
    let missing = #expect(throws: FileError.self) { try RunRecord.read(scratch.file("run.json")) }
    #expect(missing?.kind == .noInput)
    #expect(missing?.description == "\(scratch.file("run.json")): No such file or directory")
    let folder = #expect(throws: FileError.self) { try RunRecord.read(scratch.path) }
    #expect(folder?.kind == .noInput)
    let others = [
      "", "{}", "null", "7", "a,b\n1,2\n", "\0\0\0", String(repeating: "[", count: 200),
    ]
    for text in others {
      #expect(throws: FileError.self) { try read(text.utf8) }
    }
  }

  /// Every beginning of the file, and bits of it that are flipped, all over.
  @Test func whatIsCutOrFlippedIsReadOrRefused() {
    let bytes = Array(Self.record.text.utf8)
    for end in 0..<bytes.count - 2 {
      #expect(throws: FileError.self) { try read(bytes[..<end]) }
    }
    var refused = 0
    for i in bytes.indices {
      for bit in 0..<8 {
        var flipped = bytes
        flipped[i] ^= 1 << UInt8(bit)
        do throws(FileError) {
          let record = try read(flipped)
          #expect((try? read(record.text.utf8)) == record)
        } catch {
          #expect(error.kind == .data && error.description.utf8.allSatisfy { $0 >= 32 })
          refused += 1
        }
      }
    }
    #expect(refused > bytes.count)
  }
}
