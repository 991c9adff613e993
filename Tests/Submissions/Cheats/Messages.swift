import Foundation
import Harness
import Layers

/// Messages that no harness would send: what reads them must stay whole.
let messages: [Cheat] = [
  .sending("a-length-of-all-ones", [UInt8](repeating: 0xff, count: 64)),
  .sending("negative-sizes", tensor("b", shape: "-1,-8", offsets: "0,-64")),
  .sending("sizes-that-overflow", tensor("b", shape: "4611686018427387904,4", offsets: "0,0")),
  .sending("offsets-that-overflow", tensor("b", shape: "1,1", offsets: "0,9223372036854775807")),
  .sending("ten-gigabytes", tensor("b", shape: "1,1342177280", offsets: "0,10737418240")),
  .sending("a-deep-header", message(String(repeating: "[", count: 60_000))),
  .sending("a-header-of-many-names", message("{\(manyNames)}")),
  .sending("not-utf-8", message([0x7b, 0x22, 0xff, 0xc0, 0x22, 0x3a, 0x7b, 0x7d, 0x7d])),
  .sending("tensors-whose-names-bite", bitingNames),
  .sending("an-outcome-that-bites", message(#"{"__metadata__":{"outcome":"\#(bite)"}}"#)),
  .doing("two-answers") { writeEverywhere(tensor("b", shape: "1,1", offsets: "0,8")) },
  .doing("an-answer-drop-by-drop") {
    // At most twenty seconds.
    for byte in tensor("b", shape: "1,100", offsets: "0,800") {
      writeEverywhere([byte])
      usleep(50_000)
    }
  },
]

extension Cheat {
  /// Answers with these bytes and half a second of silence.
  fileprivate static func sending(_ name: String, _ bytes: [UInt8]) -> Cheat {
    .doing(name) {
      writeEverywhere(bytes)
      exit(0)
    }
  }
}

/// What clears a screen, rings, names a window, turns the direction of writing and is a page, in JSON.
private let bite =
  #"\u001b[2J\u0007\u001b]0;x\u0007\u202e<script>alert(1)</script>\u0000\r\n100 / 100"#

private let manyNames = (0..<5000).map { "\"\($0)\":{}" }.joined(separator: ",")

/// Zeros under such names.
private let bitingNames =
  message(
    #"{"\#(bite)":{"dtype":"F64","shape":[1,1],"data_offsets":[0,8]},"#
      + #""-- \#(bite)":{"dtype":"F64","shape":[1,1],"data_offsets":[8,16]}}"#)
  + [UInt8](repeating: 0, count: 16)

/// The header of a message with one tensor, and the zeros where they are few.
private func tensor(_ name: String, shape: String, offsets: String) -> [UInt8] {
  let header = #"{"\#(name)":{"dtype":"F64","shape":[\#(shape)],"data_offsets":[\#(offsets)]}}"#
  let end = offsets.split(separator: ",").last.flatMap { Int($0) } ?? 0
  return message(header) + [UInt8](repeating: 0, count: (0...4096).contains(end) ? end : 0)
}

private func message(_ header: String) -> [UInt8] { message(Array(header.utf8)) }

private func message(_ header: [UInt8]) -> [UInt8] {
  withUnsafeBytes(of: UInt64(header.count).littleEndian) { Array($0) } + header
}
